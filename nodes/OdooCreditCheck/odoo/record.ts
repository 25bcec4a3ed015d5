import type { CreditDecision } from '../core/decide';
import type { Account } from '../core/facts';
import { toReference } from '../core/identity';
import { OdooError } from '../../shared/odoo/errors';
import { ensureNotes, noteKeyOf, type Note } from '../../shared/traces/odoo/notes';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { message } from '../../shared/odoo/records/party';
import type { FactsRead } from './readFacts';

/** A decision that is to be recorded in the order's chatter. */
export interface ToRecord {
	readonly decision: CreditDecision;
	readonly digest: string;
	readonly html: string;
}

export interface Recorded {
	readonly failed: ReadonlyMap<number, OdooError>;
	/** Accounts (or groups) for which another run approved something at the same moment. */
	readonly overtaken: ReadonlySet<string>;
}

const isOnlyByHand = ({ decision, reasons }: CreditDecision): boolean =>
	decision === 'onHold' &&
	reasons.every(({ code, reaction }) => reaction !== 'hold' || code === 'order_on_hold');

export const referenceOf = ({ decision, digest }: ToRecord, on: string): string => {
	const { order, account } = decision;
	return toReference({
		orderId: order.id,
		sequence: (order.earlier?.count ?? 0) + 1,
		decision: decision.decision,
		byHand: isOnlyByHand(decision),
		on,
		total: order.total,
		digest,
		accountId: account.account.id,
		companyId: account.company.id,
	});
};

const toNote = (record: ToRecord, on: string, key?: string): Note => {
	const reference = referenceOf(record, on);
	return {
		key: key ?? reference,
		reference,
		model: 'sale.order',
		recordId: record.decision.order.id,
		html: record.html,
	};
};

const byOrder = (
	records: readonly ToRecord[],
	notes: readonly Note[],
	failed: ReadonlyMap<string, OdooError>,
): Map<number, OdooError> =>
	new Map(
		records.flatMap(({ decision }, index): [number, OdooError][] => {
			const error = failed.get(notes[index]?.key ?? '');
			return error ? [[decision.order.id, error]] : [];
		}),
	);

/** Decisions that use up nothing of the limit. */
export const recordStops = async (
	client: OdooClient,
	records: readonly ToRecord[],
	on: string,
): Promise<ReadonlyMap<number, OdooError>> => {
	const notes = records.map((record) => toNote(record, on));
	const { failed } = await ensureNotes(client, notes);
	return byOrder(records, notes, failed);
};

/** One limit, for which only one run at a time may approve. */
export const scopeOf = ({ group, key }: Account): string => group?.key ?? key;

const lastApprovalOf =
	(accounts: readonly Account[], lastApproval: FactsRead['lastApproval']) =>
	(scope: string): number =>
		Math.max(
			0,
			...accounts
				.filter((account) => scopeOf(account) === scope)
				.map(({ key }) => lastApproval.get(key) ?? 0),
		);

/**
 * Approvals. The key of each says which approval of the account it follows, and Odoo's unique index lets only one
 * note have it: of two runs that saw the same exposure, the second finds the first one's note under its own key.
 */
export const recordApprovals = async (
	client: OdooClient,
	records: readonly ToRecord[],
	{ facts, lastApproval }: FactsRead,
): Promise<Recorded> => {
	const failed = new Map<number, OdooError>();
	const overtaken = new Set<string>();
	const lastOf = lastApprovalOf([...facts.accounts.values()], lastApproval);
	for (const batch of wholeScopes(records, lastOf, client.batchSize)) {
		const notes = batch.map(({ record, key }) =>
			toNote(record, facts.today, `${key}-${facts.today.replace(/-/g, '')}`),
		);
		const ensured = await ensureNotes(client, notes);
		byOrder(
			batch.map(({ record }) => record),
			notes,
			ensured.failed,
		).forEach((error, id) => failed.set(id, error));
		const written = await client.search(
			message,
			['id', 'message_id'],
			[['id', 'in', [...ensured.ids.values()]]],
		);
		const references = new Map(written.map((row) => [row.id, noteKeyOf(row.message_id)]));
		batch.forEach(({ record }, index) => {
			const note = notes[index];
			const id = ensured.ids.get(note?.key ?? '');
			if (id !== undefined && references.get(id) !== note?.reference)
				overtaken.add(scopeOf(record.decision.account));
		});
	}
	return { failed, overtaken };
};

interface Claim {
	readonly record: ToRecord;
	readonly key: string;
}

/** Batches of about the size that never part the approvals of one limit: they come into being together or not at all. */
const wholeScopes = (
	records: readonly ToRecord[],
	lastOf: (scope: string) => number,
	size: number,
): Claim[][] => {
	const scopes = new Map<string, ToRecord[]>();
	for (const record of records) {
		const scope = scopeOf(record.decision.account);
		scopes.set(scope, [...(scopes.get(scope) ?? []), record]);
	}
	const batches: Claim[][] = [];
	for (const [scope, members] of scopes) {
		const claims = members.map(
			(record, index): Claim => ({
				record,
				key: `credit_claim-${scope}-${lastOf(scope)}-${index + 1}`,
			}),
		);
		const current = batches[batches.length - 1];
		if (current && current.length + claims.length <= size) current.push(...claims);
		else batches.push(claims);
	}
	return batches;
};
