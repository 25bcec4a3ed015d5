import type { CaseDecision, OrderFacts } from '../core/case';
import type { OwnerChoice } from '../core/owner';
import { ROLE_NAMES } from '../core/roles';
import type { CaseReason } from '../core/diagnosis';
import { escapeHtml } from '../../traces/odoo/notes';

const MOST_REASONS = 20;

/** What the words of a reason say already. */
const SAID: ReadonlySet<string> = new Set(['reaction', 'unit', 'retryable']);

const words = (name: string): string =>
	name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/_/g, ' ')
		.toLowerCase();

const figuresOf = ({ figures }: CaseReason): string => {
	const list = Object.entries(figures)
		.filter(([name]) => !SAID.has(name))
		.map(([name, value]) => `${words(name)} ${String(value)}`)
		.join(', ');
	return list === '' ? '' : ` (${escapeHtml(list)})`;
};

const reasonItem = (reason: CaseReason): string =>
	`<li>${escapeHtml(reason.text)}${figuresOf(reason)} <i>[${escapeHtml(reason.code)}]</i></li>`;

/**
 * The activity's note: what happened with its figures, what to do, by when, and who was to own it.
 * @param deadline as a person reads it, with its time zone
 */
export const caseNote = (
	decision: CaseDecision,
	order: OrderFacts,
	owner: OwnerChoice,
	deadline: string,
): string => {
	const { reasons } = decision;
	const more =
		reasons.length > MOST_REASONS ? [`<li>and ${reasons.length - MOST_REASONS} more</li>`] : [];
	return [
		`<p>${escapeHtml(`${order.reference}, ${order.customer}, ${order.total.toFixed(2)} ${order.currency}: ${decision.title}.`)}</p>`,
		`<ul>${[...reasons.slice(0, MOST_REASONS).map(reasonItem), ...more].join('')}</ul>`,
		`<p><b>What to do:</b> ${escapeHtml(decision.advice)}</p>`,
		`<p>${escapeHtml(`Due ${deadline}: ${decision.slaHours} working hours, severity ${decision.severity}, priority ${decision.priority}. ${ROLE_NAMES[decision.role]}, case ${decision.code}.`)}</p>`,
		...(owner.fallback ? [`<p>${escapeHtml(owner.fallback)}.</p>`] : []),
	].join('');
};
