import type { z } from 'zod';

import { groupBy, indexBy } from '../../core/collections';
import { anyOf, type OdooDomain } from '../../odoo/domain';
import { OdooError } from '../../odoo/errors';
import { mayWrite } from '../../odoo/mayWrite';
import type { OdooClient } from '../../odoo/OdooClient';
import { firstAttempts, type Attempt, type Claim, type DueQuery } from '../core/claims';
import { ensureFacts, findFacts, type Fact } from './facts';

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
 * when there are none. The record keeps the token of whoever was first. On a document that may only be read nothing can
 * be recorded, and the work is done without a claim: rather twice than never.
 * @throws OdooError when Odoo could not be reached or was too busy, or refuses to record a claim on a document that may
 * be changed: the next run tries again
 */
export const claim = async <Work>(
	client: OdooClient,
	kind: ClaimKind<Work>,
	{ token, abandoned = [], attempts, marks = [], due = null }: Claimant & Claiming<Work>,
): Promise<Claimed<Work>> => {
	const wanted = attempts.map((attempt) => ({ attempt, fact: kind.toFact(attempt, token) }));
	const marked = firstAttempts(marks).map((attempt) => kind.toFact(attempt, MARK));
	const facts = [...wanted.map(({ fact }) => fact), ...marked];
	const { ids, failed } = await ensureFacts(client, facts);
	await assertOnlyRead(client, facts, failed);
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

/** Without a claim two runs at the same moment both do the work, so nothing else may lead to that unseen. */
const assertOnlyRead = async (
	client: OdooClient,
	facts: readonly Fact[],
	failed: ReadonlyMap<string, OdooError>,
): Promise<void> => {
	const notOfARecord = [...failed.values()].find(
		({ retryable, concernsAll }) => retryable || concernsAll,
	);
	if (notOfARecord) throw notOfARecord;
	for (const [model, some] of groupBy(facts, (fact) => fact.model)) {
		const refused = some.filter(({ key }) => failed.has(key));
		if (refused.length === 0 || !(await mayWrite(client, model, []))) continue;
		for (const { key, recordId } of indexBy(refused, (fact) => fact.recordId).values())
			if (await mayWrite(client, model, [recordId]))
				throw notRecorded(`${model} ${recordId}`, failed.get(key));
	}
};

const notRecorded = (document: string, cause: OdooError | undefined): OdooError =>
	new OdooError({
		kind: cause?.kind ?? 'validation',
		call: 'mail.message.load',
		reason: `Odoo did not record on ${document} who does the work: ${cause?.reason ?? 'no reason given'}`,
		advice:
			"Nothing is delivered until it does, because two runs could do the same work. Look at Odoo's log, or at what was added to its messages; the next run tries again.",
		cause,
	});

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
