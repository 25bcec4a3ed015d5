import { unique } from '../../shared/core/collections';
import { dayText, listText, moneyText } from '../../shared/core/wording';
import { escapeHtml } from '../../shared/core/html';
import type { Note } from '../../shared/traces/odoo/notes';
import { draftsOf } from '../core/drafts';
import type { GateEvidence } from '../core/evidence';
import type { Proof } from '../core/proof';
import { quantityText } from '../core/quantities';
import type { DecidedOrder } from '../core/sharedDrafts';

/** One note on the order and one on the invoice, for each draft that is posted now. */
export const releaseNotes = ({ order, decision }: DecidedOrder, gate: GateEvidence): Note[] => {
	if (decision.kind !== 'release') return [];
	return draftsOf(order).flatMap(({ id, total, date }) => [
		{
			key: `invoice_release_${order.id}_${id}`,
			model: 'sale.order',
			recordId: order.id,
			html: paragraphs(
				'Invoice released',
				`Invoice of ${moneyText(total, order.currency)}, dated ${dayText(date ?? decision.plan.date)}`,
				...evidence(gate),
			),
		},
		{
			key: `invoice_gate_${id}_${order.id}`,
			model: 'account.move',
			recordId: id,
			html: paragraphs(
				`Order ${order.reference} passed the checks before invoicing`,
				...evidence(gate),
			),
		},
	]);
};

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
