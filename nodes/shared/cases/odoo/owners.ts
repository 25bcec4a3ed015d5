import type { OrderFacts } from '../core/case';
import type { Candidate, UserFacts } from '../core/owner';
import { ROLE_NAMES, type OwnerRole } from '../core/roles';
import type { OdooClient } from '../../odoo/OdooClient';
import { user } from '../../odoo/records/party';
import type { RecordOf } from '../../odoo/records/record';

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

const FIELDS = ['id', 'name', 'login', 'active', 'share', 'company_ids'] as const;

const toFacts = (found: RecordOf<typeof user, (typeof FIELDS)[number]>): UserFacts => ({
	id: found.id,
	name: found.name,
	active: found.active,
	share: found.share,
	companyIds: found.company_ids,
});

/** Everybody who may own a case of this run, archived ones too; two calls for 200 users. */
export const readOwners = async (
	client: OdooClient,
	rules: readonly OwnerRules[],
	orders: readonly OrderFacts[],
): Promise<UserDirectory> => {
	const choices = rules.flatMap((rule) => Object.values(rule));
	const { uid: self } = await client.session();
	const ids = [
		self,
		...choices.flatMap((choice) => (choice.kind === 'id' ? choice.id : [])),
		...orders.flatMap(({ salespersonId }) => salespersonId ?? []),
	];
	const logins = choices.flatMap((choice) => (choice.kind === 'login' ? choice.login : []));
	const [byId, byLogin] = await Promise.all([
		client.read(user, FIELDS, ids),
		logins.length > 0
			? client.searchIn(user, FIELDS, 'login', logins, [['active', 'in', [true, false]]])
			: [],
	]);
	return {
		self,
		byId: new Map(byId.map((found) => [found.id, toFacts(found)])),
		byLogin: new Map(byLogin.map((found) => [found.login, toFacts(found)])),
	};
};

/** Who may own the case, best first: the role's owner, the default owner, the salesperson, the integration user. */
export const candidatesFor = (
	role: OwnerRole,
	rules: OwnerRules,
	order: OrderFacts,
	directory: UserDirectory,
): readonly Candidate[] => {
	const candidate = (called: string, choice: UserChoice): Candidate => ({
		called,
		chosen:
			choice.kind === 'none' ? null : choice.kind === 'id' ? `user ${choice.id}` : choice.login,
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

const findUser = ({ byId, byLogin }: UserDirectory, choice: UserChoice): UserFacts | null => {
	if (choice.kind === 'none') return null;
	return (choice.kind === 'id' ? byId.get(choice.id) : byLogin.get(choice.login)) ?? null;
};
