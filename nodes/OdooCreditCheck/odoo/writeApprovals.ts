import { claimsOf, scopeOf } from '../core/claims';
import type { Plan } from '../core/plan';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { message } from '../../shared/odoo/records/party';
import { ensureNotes, noteKeyOf } from '../../shared/traces/odoo/notes';
import { failedOrders, toDecisionNote } from './decisionNote';
import type { FactsRead } from './readFacts';

interface ApprovalsWritten {
	/** By order id what Odoo refused. */
	readonly failed: ReadonlyMap<number, OdooError>;
	/** Limits for which another run approved something at the same moment. */
	readonly overtaken: ReadonlySet<string>;
}

/**
 * Records approvals. The key of each says which approval of the limit it follows, and Odoo's unique index lets only one
 * note have it: of two runs that saw the same exposure, the second finds the first one's note under its own key.
 */
export const writeApprovals = async (
	client: OdooClient,
	approvals: readonly Plan[],
	read: Pick<FactsRead, 'facts' | 'lastApproval'>,
): Promise<ApprovalsWritten> => {
	const { today } = read.facts;
	const failed = new Map<number, OdooError>();
	const overtaken = new Set<string>();
	const batches = claimsOf(approvals, ({ decision }) => scopeOf(decision.account), {
		lastOf: lastApprovalOf(read),
		size: client.batchSize,
	});
	for (const claims of batches) {
		const claimed = claims.map(({ approval, key }) => ({
			scope: scopeOf(approval.decision.account),
			note: toDecisionNote(approval, today, `${key}-${today.replace(/-/g, '')}`),
		}));
		const notes = claimed.map(({ note }) => note);
		const ensured = await ensureNotes(client, notes, { areGuarded: true });
		failedOrders(notes, ensured.failed).forEach((error, id) => failed.set(id, error));
		const references = await readReferences(client, [...ensured.ids.values()]);
		for (const { scope, note } of claimed) {
			const id = ensured.ids.get(note.key);
			if (id !== undefined && references.get(id) !== note.reference) overtaken.add(scope);
		}
	}
	return { failed, overtaken };
};

const lastApprovalOf =
	({ facts, lastApproval }: Pick<FactsRead, 'facts' | 'lastApproval'>) =>
	(scope: string): number => {
		const accounts = [...facts.accounts.values()].filter((account) => scopeOf(account) === scope);
		return Math.max(0, ...accounts.map(({ key }) => lastApproval.get(key) ?? 0));
	};

/** Whose notes stand there now, by message id. */
const readReferences = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
	const written = await client.search(message, ['id', 'message_id'], [['id', 'in', [...ids]]]);
	return new Map(written.map((row) => [row.id, noteKeyOf(row.message_id)]));
};
