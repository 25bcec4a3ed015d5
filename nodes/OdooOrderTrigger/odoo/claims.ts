import { claimKey, firstDeliveries, type Claim, type Delivery } from '../core/claim';
import type { OdooTime } from '../../shared/core/time';
import type { OrderEvent } from '../core/orderEvent';
import { anyOf, type OdooDomain } from '../../shared/odoo/domain';
import { ensureOnce } from '../../shared/traces/odoo/ensureOnce';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { claimsOf, searchClaims, toColumns } from './claimRecords';

/** Claims of this trigger that were made some time ago, to see whether they were answered. */
export interface DueQuery {
	readonly afterId: number;
	readonly after: OdooTime;
	readonly before: OdooTime;
}

export interface Claimed {
	/** Deliveries that are this caller's to make. */
	readonly won: readonly Delivery[];
	readonly due: readonly Claim[];
}

const dueDomain = (scope: string, { afterId, after, before }: DueQuery): OdooDomain => [
	['id', '>', afterId],
	['create_date', '>=', after],
	['create_date', '<', before],
	...claimsOf(scope),
];

/** Who claims: every sweep and every webhook call has a token of its own. */
export interface Claimant {
	/** The trigger: its workflow and node, whichever process runs it. */
	readonly scope: string;
	readonly token: string;
	/** Tokens of sweeps that broke after their claim: what they took is still to be delivered. */
	readonly abandoned?: readonly string[];
}

export interface ClaimOptions {
	readonly marks?: readonly OrderEvent[];
	readonly dueQuery?: DueQuery | null;
}

/** The token of what is remembered and told to nobody. */
const MARK = 'mark';

/**
 * Claims what is to be delivered, remembers what is marked, and looks up what is due: two calls for 200 events, one when
 * there are none. The record keeps the token of whoever was first. What Odoo refuses to record, on an order that may
 * only be read, is delivered without a claim: rather twice than never.
 * @throws OdooError when Odoo could not be reached or was too busy: the next sweep tries again
 */
export const claim = async (
	client: OdooClient,
	claimant: Claimant,
	deliveries: readonly Delivery[],
	{ marks = [], dueQuery = null }: ClaimOptions = {},
): Promise<Claimed> => {
	const toRow = (delivery: Delivery, token: string) => {
		const key = claimKey(claimant.scope, delivery);
		return { key, columns: toColumns(key, token, delivery) };
	};
	const { ids, failed } = await ensureOnce(client, 'mail.message', [
		...deliveries.map((delivery) => toRow(delivery, claimant.token)),
		...firstDeliveries(marks).map((delivery) => toRow(delivery, MARK)),
	]);
	const passing = [...failed.values()].find(({ retryable }) => retryable);
	if (passing) throw passing;
	const refused = deliveries.filter((delivery) => failed.has(claimKey(claimant.scope, delivery)));
	const claims = await readClaims(
		client,
		[...ids.values()],
		dueQuery && dueDomain(claimant.scope, dueQuery),
	);
	const tokens = new Set([claimant.token, ...(claimant.abandoned ?? [])]);
	const made = new Set(ids.values());
	const won = claims.filter((found) => made.has(found.id) && tokens.has(found.token));
	return {
		won: [...won.map(({ attempt, event }) => ({ attempt, event })), ...refused],
		due: claims.filter(({ id: claimId, token }) => !made.has(claimId) && token !== MARK),
	};
};

const readClaims = async (
	client: OdooClient,
	claimIds: readonly number[],
	due: OdooDomain | null,
): Promise<Claim[]> => {
	const domains: OdooDomain[] = [
		...(claimIds.length > 0 ? [[['id', 'in', claimIds]] as const] : []),
		...(due ? [due] : []),
	];
	return domains.length === 0 ? [] : await searchClaims(client, anyOf(domains));
};
