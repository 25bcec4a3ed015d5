import { counted, moneyText, momentText } from '../../core/wording';
import { escapeHtml } from '../../core/html';
import type { CaseDecision, OrderFacts } from '../core/case';
import type { OwnerChoice } from '../core/owner';
import { ROLE_NAMES } from '../core/roles';

const MOST_REASONS = 20;

interface CaseStory {
	readonly decision: CaseDecision;
	readonly order: OrderFacts;
	readonly owner: OwnerChoice;
	/** Epoch milliseconds. */
	readonly deadline: number;
	/** IANA name: in which the deadline is written. */
	readonly timeZone: string;
}

/** The activity's note, for people: what happened, what to do, by when, and who was to own it. */
export const caseNote = ({ decision, order, owner, deadline, timeZone }: CaseStory): string => {
	const { reasons, severity, priority, slaHours, role } = decision;
	const about = [order.reference, order.customer, moneyText(order.total, order.currency)];
	const shown = reasons.slice(0, MOST_REASONS).map(({ text }) => text);
	const more = reasons.length - shown.length;
	const points = [...shown, ...(more > 0 ? [`and ${more} more`] : [])];
	const due = `Due ${momentText(deadline, timeZone)}, within ${counted(slaHours, 'working hour')}.`;
	return [
		paragraph(`${about.filter(Boolean).join(', ')}: ${decision.title}.`),
		`<ul>${points.map((point) => `<li>${escapeHtml(point)}</li>`).join('')}</ul>`,
		`<p><b>What to do:</b> ${escapeHtml(decision.advice)}</p>`,
		paragraph(`${due} Severity ${severity}, priority ${priority}, for ${ROLE_NAMES[role]}.`),
		...(owner.fallback ? [paragraph(`${owner.fallback}.`)] : []),
	].join('');
};

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
