import type { CreditDecision } from '../core/decide';
import { explain } from '../core/explain';
import { escapeHtml } from '../../shared/traces/odoo/notes';

export interface NoteContext {
	readonly policyName: string;
	readonly policyHash: string;
	/** ISO 8601 */
	readonly asOf: string;
	readonly rateDate: string;
}

const list = (items: readonly string[]): string =>
	`<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;

const table = (rows: readonly (readonly [string, string])[]): string =>
	`<table>${rows.map(([label, value]) => `<tr><td>${escapeHtml(label)}</td><td style="text-align: right">${escapeHtml(value)}</td></tr>`).join('')}</table>`;

/** The decision as finance and sales read it in the order's chatter. */
export const toNoteHtml = (
	decision: CreditDecision,
	{ policyName, policyHash, asOf, rateDate }: NoteContext,
): string => {
	const { title, reasons, figures, approval } = explain(decision);
	const segments = decision.segments.length > 0 ? `, with ${decision.segments.join(', ')}` : '';
	const origin = `Policy ${policyName} (${policyHash})${segments}. Data of ${asOf.slice(0, 16).replace('T', ' ')} UTC, exchange rates of ${rateDate}.`;
	return [
		`<p><strong>${escapeHtml(title)}</strong></p>`,
		list(reasons),
		...(approval === null ? [] : [`<p>${escapeHtml(approval)}</p>`]),
		table(figures),
		`<p>${escapeHtml(origin)}</p>`,
	].join('');
};
