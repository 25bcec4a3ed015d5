import { claimsOf, scopeOf } from '../core/claims';
import type { Plan } from '../core/plan';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { message } from '../../shared/odoo/records/party';
import { readKeySecret } from '../../shared/traces/odoo/keySecret';
import { ensureNotes, noteKeyOf } from '../../shared/traces/odoo/notes';
import { unseal } from '../../shared/traces/odoo/seal';
import { failedOrders, toDecisionNote } from './decisionNote';
import type { FactsRead } from './readFacts';

interface ApprovalsWritten {
	/** By order id what Odoo refused. */
	readonly failed: ReadonlyMap<number, OdooError>;
	/** Limits for which another run approved something at the same moment. */
	readonly overtaken: ReadonlySet<string>;
}

type Read = Pick<FactsRead, 'facts' | 'lastApproval' | 'secret'>;

/** Each time somebody has to have edited one more note. */
const ATTEMPTS = 5;

/**
 * Records approvals. The key of each says which approval of the limit it follows, and Odoo's unique index lets only one
 * note have it: of two runs that saw the same exposure, the second finds the first one's note under its own key. A note
 * there that somebody edited records nothing any more, and the approval takes the key that follows it.
 */
export const writeApprovals = async (
	client: OdooClient,
	approvals: readonly Plan[],
	read: Read,
): Promise<ApprovalsWritten> => {
	const failed = new Map<number, OdooError>();
	const overtaken = new Set<string>();
	if (approvals.length === 0) return { failed, overtaken };
	const secret = read.secret ?? (await readKeySecret(client));
	const edited = new Map<string, number>();
	const lastOf = (scope: string) => Math.max(lastApprovalOf(read, scope), edited.get(scope) ?? 0);
	let pending = approvals;
	for (let attempt = 1; pending.length > 0 && attempt <= ATTEMPTS; attempt += 1) {
		const written = await claimOnce(client, pending, { lastOf, secret, on: read.facts.today });
		written.failed.forEach((error, id) => failed.set(id, error));
		written.overtaken.forEach((scope) => overtaken.add(scope));
		written.edited.forEach(({ scope, noteId }) => edited.set(scope, noteId));
		pending = written.edited.map(({ approval }) => approval);
	}
	for (const { decision } of pending) overtaken.add(scopeOf(decision.account));
	return { failed, overtaken };
};

interface Claiming {
	/** Id of the note that the next approval of a limit follows. */
	readonly lastOf: (scope: string) => number;
	readonly secret: string;
	/** `YYYY-MM-DD` */
	readonly on: string;
}

interface EditedNote {
	readonly approval: Plan;
	readonly scope: string;
	readonly noteId: number;
}

const claimOnce = async (
	client: OdooClient,
	approvals: readonly Plan[],
	{ lastOf, secret, on }: Claiming,
): Promise<ApprovalsWritten & { readonly edited: readonly EditedNote[] }> => {
	const failed = new Map<number, OdooError>();
	const overtaken = new Set<string>();
	const edited: EditedNote[] = [];
	const batches = claimsOf(approvals, ({ decision }) => scopeOf(decision.account), {
		lastOf,
		size: client.batchSize,
	});
	for (const claims of batches) {
		const claimed = claims.map(({ approval, key }) => ({
			approval,
			note: toDecisionNote(approval, { on, secret, key: `${key}-${on.replace(/-/g, '')}` }),
		}));
		const notes = claimed.map(({ note }) => note);
		const ensured = await ensureNotes(client, notes, { areGuarded: true });
		failedOrders(notes, ensured.failed).forEach((error, id) => failed.set(id, error));
		const references = await readReferences(client, [...ensured.ids.values()]);
		for (const { approval, note } of claimed) {
			const noteId = ensured.ids.get(note.key);
			if (noteId === undefined) continue;
			const reference = references.get(noteId) ?? '';
			if (reference === note.reference) continue;
			const scope = scopeOf(approval.decision.account);
			if (unseal(secret, reference) === null) edited.push({ approval, scope, noteId });
			else overtaken.add(scope);
		}
	}
	return { failed, overtaken, edited };
};

const lastApprovalOf = ({ facts, lastApproval }: Read, scope: string): number => {
	const accounts = [...facts.accounts.values()].filter((account) => scopeOf(account) === scope);
	return Math.max(0, ...accounts.map(({ debtorKey }) => lastApproval.get(debtorKey) ?? 0));
};

/** Whose notes stand there now, by message id. */
const readReferences = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
	const written = await client.search(message, ['id', 'message_id'], [['id', 'in', [...ids]]]);
	return new Map(written.map((row) => [row.id, noteKeyOf(row.message_id)]));
};
