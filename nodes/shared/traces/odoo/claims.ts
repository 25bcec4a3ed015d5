import type { z } from 'zod';

import { anyOf, type OdooDomain } from '../../odoo/domain';
import type { OdooClient } from '../../odoo/OdooClient';
import { firstAttempts, type Attempt, type Claim, type DueQuery } from '../core/claims';
import { ensureOnce } from './ensureOnce';
import { findFacts, toFactRow, type Fact } from './facts';

/** How claims of one kind lie in Odoo: each is a fact with a key for the attempt. */
export interface ClaimKind<Work> {
	readonly toFact: (attempt: Attempt<Work>, token: string) => Fact;
	readonly content: z.ZodType<Omit<Claim<Work>, 'id'>, z.ZodTypeDef, unknown>;
	/** All claims of this kind. */
	readonly domain: OdooDomain;
}

/** Who claims: every run has a token of its own. */
export interface Claimant {
	readonly token: string;
	/** Tokens of runs that broke after their claim: what they took is still to be done. */
	readonly abandoned?: readonly string[];
}

export interface Claiming<Work> {
	readonly attempts: readonly Attempt<Work>[];
	/** Remembered, and done by nobody. */
	readonly marks?: readonly Work[];
	/** Looked up along with the claims. */
	readonly due?: DueQuery | null;
}

interface Claimed<Work> {
	/** What is this caller's to do. */
	readonly won: readonly Attempt<Work>[];
	readonly due: readonly Claim<Work>[];
}

/** The token of what is remembered and done by nobody. */
const MARK = 'mark';

/**
 * Claims what is to be done, remembers what is marked, and looks up what is due: two calls for 200 pieces of work, one
 * when there are none. The record keeps the token of whoever was first. What Odoo refuses to record, on a document that
 * may only be read, is done without a claim: rather twice than never.
 * @throws OdooError when Odoo could not be reached or was too busy: the next run tries again
 */
export const claim = async <Work>(
	client: OdooClient,
	kind: ClaimKind<Work>,
	{ token, abandoned = [], attempts, marks = [], due = null }: Claimant & Claiming<Work>,
): Promise<Claimed<Work>> => {
	const wanted = attempts.map((attempt) => ({ attempt, fact: kind.toFact(attempt, token) }));
	const marked = firstAttempts(marks).map((attempt) => kind.toFact(attempt, MARK));
	const facts = [...wanted.map(({ fact }) => fact), ...marked];
	const { ids, failed } = await ensureOnce(client, 'mail.message', facts.map(toFactRow));
	const passing = [...failed.values()].find(({ retryable }) => retryable);
	if (passing) throw passing;
	const refused = wanted.filter(({ fact }) => failed.has(fact.key)).map(({ attempt }) => attempt);
	const made = new Set(ids.values());
	const claims = await readClaims(client, kind, [
		...(made.size > 0 ? [[['id', 'in', [...made]]] as const] : []),
		...(due ? [[...dueDomain(due), ...kind.domain]] : []),
	]);
	const tokens = new Set([token, ...abandoned]);
	const won = claims.filter((found) => made.has(found.id) && tokens.has(found.token));
	return {
		won: [...won.map(({ attempt, work }) => ({ attempt, work })), ...refused],
		due: claims.filter((found) => !made.has(found.id) && found.token !== MARK),
	};
};

const dueDomain = ({ afterId, after, before }: DueQuery): OdooDomain => [
	['id', '>', afterId],
	['create_date', '>=', after],
	['create_date', '<', before],
];

const readClaims = async <Work>(
	client: OdooClient,
	kind: ClaimKind<Work>,
	domains: readonly OdooDomain[],
): Promise<Claim<Work>[]> => {
	if (domains.length === 0) return [];
	const found = await findFacts(client, kind.content, anyOf(domains));
	return found.map(({ id, content }) => ({ id, ...content }));
};
