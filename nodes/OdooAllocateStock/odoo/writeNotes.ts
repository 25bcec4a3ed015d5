import type { OdooClient } from '../../shared/odoo/OdooClient';
import { ensureNotes } from '../../shared/traces/odoo/notes';
import type { Allocation } from '../core/allocation';
import { noteHtml } from './noteHtml';
import type { AllocationOutcome, Outcomes } from './outcome';

/** Two runs that decide the same about an order share its note. */
const fingerprint = (text: string): string => {
	let hash = 0xcbf29ce484222325n;
	for (const character of text)
		hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
	return hash.toString(16).padStart(16, '0');
};

const decisionOf = ({ status, reason, lines }: Allocation): string =>
	JSON.stringify([
		status,
		reason,
		lines.map(({ lineId, product, asked, allocated, expected, reason: why }) => [
			lineId,
			product.id,
			asked,
			allocated,
			expected,
			why,
		]),
	]);

/**
 * Writes each decision on its order, once; an order whose note Odoo refuses is a failed one. Nothing is decided about an
 * order with nothing left to deliver, and so nothing is written.
 */
export const writeNotes = async (client: OdooClient, outcomes: Outcomes): Promise<Outcomes> => {
	const notes = [...outcomes].flatMap(([recordId, outcome]) =>
		outcome.kind === 'decided' && outcome.allocation.reason !== 'nothingToDeliver'
			? [
					{
						key: `allocation-${recordId}-${fingerprint(decisionOf(outcome.allocation))}`,
						model: 'sale.order',
						recordId,
						html: noteHtml(outcome.allocation),
					},
				]
			: [],
	);
	const { failed } = await ensureNotes(client, notes);
	const errorOf = new Map(
		notes.flatMap(({ key, recordId }) =>
			failed.has(key) ? [[recordId, failed.get(key)] as const] : [],
		),
	);
	return new Map(
		[...outcomes].map(([orderId, outcome]): [number, AllocationOutcome] => {
			const error = errorOf.get(orderId);
			return [orderId, error ? { kind: 'failed', error } : outcome];
		}),
	);
};
