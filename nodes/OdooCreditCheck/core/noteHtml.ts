import { escapeHtml } from '../../shared/core/html';
import { dayText, listText, momentText } from '../../shared/core/wording';
import type { CreditDecision } from './decide';
import { explain } from './explain';
import type { Basis } from './plan';

const list = (items: readonly string[]): string =>
	`<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;

const table = (rows: readonly (readonly [string, string])[]): string =>
	`<table>${rows.map(([label, value]) => `<tr><td>${escapeHtml(label)}</td><td style="text-align: right">${escapeHtml(value)}</td></tr>`).join('')}</table>`;

/** The decision as finance and sales read it in the order's chatter. */
export const toNoteHtml = (
	decision: CreditDecision,
	{ policyName, policyHash, asOf, rateDate }: Basis,
): string => {
	const { title, reasons, figures, approval } = explain(decision);
	const { segments } = decision;
	const overrides =
		segments.length === 0
			? ''
			: ` with ${segments.length === 1 ? 'the override' : 'the overrides'} ${listText(segments)}`;
	const time = momentText(Date.parse(asOf), 'UTC');
	const origin = `Policy ${policyName}, version ${policyHash}${overrides ? `,${overrides}` : ''}. Figures as of ${time}, exchange rates of ${dayText(rateDate)}.`;
	return [
		`<p><strong>${escapeHtml(title)}</strong></p>`,
		list(reasons),
		...(approval === null ? [] : [`<p>${escapeHtml(approval)}</p>`]),
		table(figures),
		`<p>${escapeHtml(origin)}</p>`,
	].join('');
};
