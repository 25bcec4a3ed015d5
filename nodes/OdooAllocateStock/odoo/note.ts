import type { OdooClient } from '../../shared/odoo/OdooClient';
import { ensureNotes, escapeHtml } from '../../shared/traces/odoo/notes';
import { LINE_REASON_TEXT, ORDER_REASON_TEXT, STATUS_TEXT } from './noteTexts';
import type { AllocatedLine, Allocation, AllocationOutcome } from './result';

const cell = (text: string | number): string => `<td>${escapeHtml(String(text))}</td>`;

const toRow = ({
	product,
	unit,
	asked,
	allocated,
	short,
	warehouse,
	expected,
	reason,
}: AllocatedLine): string => {
	const cells = [
		product.name,
		`${asked} ${unit}`,
		allocated,
		short,
		warehouse,
		expected?.slice(0, 10) ?? '',
		reason ? LINE_REASON_TEXT[reason] : '',
	];
	return `<tr>${cells.map(cell).join('')}</tr>`;
};

const HEAD = ['Product', 'Asked', 'Allocated', 'Short', 'From', 'Expected', 'Reason'];

export const toHtml = ({ status, fillRate, reason, lines, run }: Allocation): string => {
	const because = reason ? ` ${escapeHtml(ORDER_REASON_TEXT[reason])}` : '';
	const queue =
		run.place === null
			? ''
			: ` Place ${run.place} of ${run.orders} in the queue by ${escapeHtml(run.policy)}.`;
	const head = HEAD.map((title) => `<th>${title}</th>`).join('');
	const table =
		lines.length === 0
			? ''
			: `<table class="table table-sm"><thead><tr>${head}</tr></thead><tbody>${lines.map(toRow).join('')}</tbody></table>`;
	return `<p><strong>${STATUS_TEXT[status]}</strong>: ${Math.round(fillRate * 100)} % of the open value.${because}${queue} Stock read at ${escapeHtml(run.at)}.</p>${table}`;
};

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
export const noteAllocations = async (
	client: OdooClient,
	outcomes: ReadonlyMap<number, AllocationOutcome>,
): Promise<ReadonlyMap<number, AllocationOutcome>> => {
	const notes = [...outcomes].flatMap(([recordId, outcome]) =>
		outcome.kind === 'decided' && outcome.allocation.reason !== 'nothingToDeliver'
			? [
					{
						key: `allocation-${recordId}-${fingerprint(decisionOf(outcome.allocation))}`,
						model: 'sale.order',
						recordId,
						html: toHtml(outcome.allocation),
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
