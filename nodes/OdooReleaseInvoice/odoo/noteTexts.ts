import { unique } from '../../shared/core/collections';
import { dayText, listText, moneyText } from '../../shared/core/wording';
import { escapeHtml } from '../../shared/core/html';
import type { Note } from '../../shared/traces/odoo/notes';
import { draftsOf } from '../core/drafts';
import type { GateEvidence } from '../core/evidence';
import type { Proof } from '../core/proof';
import { quantityText } from '../core/quantities';
import type { DecidedOrder } from '../core/sharedDrafts';

/** How the keys of the notes begin. */
export const GATE_NOTE = 'invoice_gate_';
export const RELEASE_NOTE = 'invoice_release_';

export const releaseKey = (orderId: number, invoiceId: number): string =>
	`${RELEASE_NOTE}${orderId}_${invoiceId}`;

/** On each draft that is about to be posted. */
export const gateNotes = ({ order, decision }: DecidedOrder, gate: GateEvidence): Note[] =>
	decision.kind === 'release'
		? draftsOf(order).map(({ id }) => ({
				key: `${GATE_NOTE}${id}_${order.id}`,
				model: 'account.move',
				recordId: id,
				html: paragraphs(
					`Order ${order.reference} passed the checks before invoicing`,
					...evidence(gate),
				),
			}))
		: [];

/** On the order, for each of these invoices that is posted. */
export const releaseNotes = (
	{ order, decision }: DecidedOrder,
	gate: GateEvidence,
	released: ReadonlySet<number>,
): Note[] =>
	order.invoices
		.filter(({ id, state }) => state === 'posted' && released.has(id))
		.map(({ id, number, total, date }) => ({
			key: releaseKey(order.id, id),
			model: 'sale.order',
			recordId: order.id,
			html: paragraphs(
				'Invoice released',
				[
					`${number ?? `Invoice ${id}`} of ${moneyText(total, order.currency)}`,
					...(date === null ? [] : [`dated ${dayText(date)}`]),
				].join(', '),
				...(decision.kind === 'release' ? decision.reasons.map(({ message }) => message) : []),
				...evidence(gate),
			),
		}));

/** One note for each set of reasons at each stage of the order, however often it is asked about. */
export const holdNotes = ({ order, decision }: DecidedOrder, gate: GateEvidence): Note[] => {
	if (decision.kind !== 'held') return [];
	const stage = `${gate.delivered}_${gate.invoiced}`.replace(/[^\w-]/g, '-');
	const codes = unique(decision.reasons.map(({ code }) => code)).sort();
	return [
		{
			key: `invoice_hold_${order.id}_${codes.join('-')}_${stage}`,
			model: 'sale.order',
			recordId: order.id,
			html: paragraphs(
				'Invoice held',
				...decision.reasons.map(({ message }) => message),
				...evidence(gate),
			),
		},
	];
};

const PROOFS = {
	signature: 'signature',
	attachment: 'attachment',
	carrierStatus: 'carrier status',
	itemField: 'supplied by the workflow',
	automatic: 'assumed after a number of days',
} as const satisfies Record<Proof, string>;

const evidence = ({ ordered, delivered, invoiced, proof }: GateEvidence): string[] => {
	const proven = proof.flatMap(({ transfer, by }) => (by ? [`${transfer} (${PROOFS[by]})`] : []));
	const unproven = proof.flatMap(({ transfer, by }) => (by ? [] : [transfer]));
	return [
		`Ordered ${quantityText(ordered)}, delivered ${quantityText(delivered)}, invoiced ${quantityText(invoiced)}`,
		...(proven.length > 0 ? [`Proof of delivery: ${listText(proven)}`] : []),
		...(unproven.length > 0 ? [`No proof of delivery: ${listText(unproven)}`] : []),
	];
};

const paragraphs = (title: string, ...lines: readonly string[]): string =>
	`<p><b>${escapeHtml(title)}</b></p><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
