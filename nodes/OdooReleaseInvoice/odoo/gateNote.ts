import { draftsOf } from '../core/drafts';
import type { DecidedOrder } from '../core/sharedDrafts';
import type { GateEvidence } from '../core/evidence';
import { escapeHtml, type Note } from '../../shared/traces/odoo/notes';

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
				`Invoice over ${total} ${order.currency}, dated ${date ?? decision.plan.date}`,
				evidence(gate),
			),
		},
		{
			key: `invoice_gate_${id}_${order.id}`,
			model: 'account.move',
			recordId: id,
			html: paragraphs(`The invoice gate lets ${order.reference} pass`, evidence(gate)),
		},
	]);
};

/** One note for each set of reasons at each stage of the order, however often it is asked about. */
export const holdNotes = ({ order, decision }: DecidedOrder, gate: GateEvidence): Note[] => {
	if (decision.kind !== 'held') return [];
	const stage = `${gate.delivered}_${gate.invoiced}`.replace(/[^\w-]/g, '-');
	const codes = [...new Set(decision.reasons.map(({ code }) => code))].sort();
	return [
		{
			key: `invoice_hold_${order.id}_${codes.join('-')}_${stage}`,
			model: 'sale.order',
			recordId: order.id,
			html: paragraphs(
				'Invoice held',
				...decision.reasons.map(({ code, message }) => `${message} (${code})`),
				evidence(gate),
			),
		},
	];
};

const evidence = ({ ordered, delivered, invoiced, proof }: GateEvidence): string =>
	`Ordered ${ordered}, delivered ${delivered}, invoiced ${invoiced}; proof of delivery: ${proof.map(({ transfer, by }) => `${transfer} ${by ?? 'none'}`).join(', ') || 'none needed'}`;

const paragraphs = (title: string, ...lines: readonly string[]): string =>
	`<p><b>${escapeHtml(title)}</b></p><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
