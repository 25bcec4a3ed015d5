import type { OdooClient } from '../../shared/odoo/OdooClient';
import { ensureNotes, type Note } from '../../shared/traces/odoo/notes';
import { gateEvidence, type GateEvidence } from '../core/evidence';
import type { DecidedOrder } from '../core/sharedDrafts';
import { gateNotes, holdNotes, releaseNotes } from './noteTexts';
import type { Failures } from './settle';

/** The evidence is written before the invoice is posted, so that no crash leaves an invoice without it. */
export const writeGateNotes = async (
	client: OdooClient,
	entries: readonly DecidedOrder[],
	today: string,
): Promise<Failures> => await writeNotes(client, notesOf(entries, gateNotes, today));

/** Only of what was read back as posted. @param released invoices that the gate let pass */
export const writeReleaseNotes = async (
	client: OdooClient,
	entries: readonly DecidedOrder[],
	today: string,
	released: ReadonlySet<number>,
): Promise<Failures> =>
	await writeNotes(
		client,
		notesOf(entries, (entry, gate) => releaseNotes(entry, gate, released), today),
	);

export const writeHoldNotes = async (
	client: OdooClient,
	entries: readonly DecidedOrder[],
	today: string,
): Promise<Failures> => await writeNotes(client, notesOf(entries, holdNotes, today));

interface OrderNote {
	readonly orderId: number;
	readonly note: Note;
}

const notesOf = (
	entries: readonly DecidedOrder[],
	toNotes: (entry: DecidedOrder, gate: GateEvidence) => readonly Note[],
	today: string,
): OrderNote[] =>
	entries.flatMap((entry) =>
		toNotes(entry, gateEvidence(entry.order, entry.policy, today)).map((note) => ({
			orderId: entry.order.id,
			note,
		})),
	);

/** @returns why an order has not got its notes */
const writeNotes = async (client: OdooClient, notes: readonly OrderNote[]): Promise<Failures> => {
	const { failed } = await ensureNotes(
		client,
		notes.map(({ note }) => note),
	);
	return new Map(
		notes.flatMap(({ orderId, note }) => {
			const error = failed.get(note.key);
			return error ? [[orderId, error] as const] : [];
		}),
	);
};
