import type { OrderFacts } from './case';
import type { Candidate, UserFacts } from './owner';
import { ROLE_NAMES, type OwnerRole } from './roles';

export type UserChoice =
	| { readonly kind: 'none' }
	| { readonly kind: 'id'; readonly id: number }
	| { readonly kind: 'login'; readonly login: string };

/** Whom the workflow chose for each role, and for everything else. Sales without a choice is the order's salesperson. */
export type OwnerRules = { readonly [Role in OwnerRole | 'default']: UserChoice };

export interface UserDirectory {
	readonly byId: ReadonlyMap<number, UserFacts>;
	readonly byLogin: ReadonlyMap<string, UserFacts>;
	/** The integration user: the last one to ask. */
	readonly self: number;
}

/** Of whom a case's owner is chosen. */
interface OwnerQuestion {
	readonly role: OwnerRole;
	readonly rules: OwnerRules;
	readonly order: OrderFacts;
	readonly directory: UserDirectory;
}

/** Who may own the case, best first: the role's owner, the default owner, the salesperson, the integration user. */
export const candidatesFor = ({
	role,
	rules,
	order,
	directory,
}: OwnerQuestion): readonly Candidate[] => {
	const candidate = (called: string, choice: UserChoice): Candidate => ({
		called,
		chosen: nameOf(choice),
		user: findUser(directory, choice),
	});
	const salesperson = candidate("the order's salesperson", toChoice(order.salespersonId));
	const chosen = candidate(`the ${ROLE_NAMES[role]} owner`, rules[role]);
	const first = role === 'sales' && rules.sales.kind === 'none' ? salesperson : chosen;
	const fallbacks = [
		...(rules.default.kind === 'none' ? [] : [candidate('the default owner', rules.default)]),
		...(first === salesperson ? [] : [salesperson]),
	];
	return [first, ...fallbacks, candidate('the integration user', toChoice(directory.self))];
};

const toChoice = (id: number | null): UserChoice =>
	id === null ? { kind: 'none' } : { kind: 'id', id };

const nameOf = (choice: UserChoice): string | null => {
	if (choice.kind === 'none') return null;
	return choice.kind === 'id' ? `user ${choice.id}` : choice.login;
};

const findUser = ({ byId, byLogin }: UserDirectory, choice: UserChoice): UserFacts | null => {
	if (choice.kind === 'none') return null;
	return (choice.kind === 'id' ? byId.get(choice.id) : byLogin.get(choice.login)) ?? null;
};
