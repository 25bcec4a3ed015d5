import { ROLE_NAMES, type OwnerRole } from './roles';

export interface UserFacts {
	readonly id: number;
	readonly name: string;
	readonly active: boolean;
	/** A portal or public user: sees only what is shared. */
	readonly share: boolean;
	readonly companyIds: readonly number[];
}

/** Someone who may be asked, in order of preference. */
export interface Candidate {
	/** As said to people: "the salesperson", "the default owner". */
	readonly called: string;
	/** What was chosen: an id, a login; null when nobody was. */
	readonly chosen: string | null;
	/** Null when Odoo has no such user. */
	readonly user: UserFacts | null;
}

export interface OwnerChoice {
	readonly user: { readonly id: number; readonly name: string } | null;
	/** Why it is not the first candidate; null when it is. */
	readonly fallback: string | null;
}

/** The first candidate who can work on the order, with what was wrong with those before. */
export const chooseOwner = (
	role: OwnerRole,
	candidates: readonly Candidate[],
	companyId: number,
): OwnerChoice => {
	const refusals = candidates.map((candidate) => whyNot(candidate, companyId));
	const index = refusals.findIndex((refusal) => refusal === null);
	const passedOver = refusals.slice(0, index < 0 ? undefined : index);
	const chosen = index < 0 ? undefined : candidates[index];
	if (passedOver.length === 0) return { user: chosen?.user ?? null, fallback: null };
	const instead = chosen?.user
		? `${chosen.called}, ${chosen.user.name}, owns the case`
		: 'nobody owns the case';
	return {
		user: chosen?.user ?? null,
		fallback: `${ROLE_NAMES[role]}: ${passedOver.join('; ')}; ${instead}`,
	};
};

const whyNot = ({ called, chosen, user }: Candidate, companyId: number): string | null => {
	if (chosen === null) return `${called} is not set`;
	if (!user) return `${called} (${chosen}) does not exist in Odoo`;
	if (!user.active) return `${called}, ${user.name}, is archived`;
	if (user.share) return `${called}, ${user.name}, is a portal user`;
	if (companyId > 0 && !user.companyIds.includes(companyId))
		return `${called}, ${user.name}, has no access to the order's company`;
	return null;
};
