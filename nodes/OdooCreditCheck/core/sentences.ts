import { roundTo, type Exact } from '../../shared/core/exact';
import type { EventCode, Reason } from './decide';
import type { RuleCode } from './policy';
import type { Unit } from './rules';

/** `1,280.00 EUR` */
export const money = (value: Exact, currency: string, decimals: number): string => {
	const [whole = '0', fraction] = Math.abs(roundTo(value, decimals)).toFixed(decimals).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	const sign = roundTo(value, decimals) < 0 ? '-' : '';
	return `${sign}${grouped}${fraction ? `.${fraction}` : ''} ${currency}`;
};

type Sentence = (actual: string, threshold: string, detail: string) => string;

/** What a salesperson reads in the order's chatter. */
const SENTENCES: { readonly [code in RuleCode | EventCode]: Sentence } = {
	customer_on_hold: () => 'The customer is marked as on hold.',
	order_on_hold: () => 'Somebody put this order on hold by its tag.',
	no_credit: (actual) => `The customer has no credit (limit zero), and would owe ${actual}.`,
	limit_exceeded: (actual, threshold) =>
		`The customer would owe ${actual}; the credit limit allows ${threshold}.`,
	group_limit_exceeded: (actual, threshold) =>
		`The customer's group would owe ${actual}; the group's limit allows ${threshold}.`,
	limit_not_managed: () => 'No credit limit is set for the customer.',
	overdue_days: (actual, threshold) =>
		`The oldest unpaid invoice is ${actual} overdue; ${threshold} are allowed.`,
	overdue_amount: (actual, threshold) => `${actual} are overdue; ${threshold} are allowed.`,
	overdue_share: (actual, threshold) =>
		`Overdue invoices make up ${actual} of the credit limit; ${threshold} are allowed.`,
	document_value: (actual, threshold) =>
		`This order is worth ${actual}; orders above ${threshold} are looked at.`,
	new_customer_cap: (actual, threshold) =>
		`The customer is new and would owe ${actual}; new customers may owe ${threshold}.`,
	first_order: () => 'The customer has not had an invoice yet.',
	terms_changed: (_actual, _threshold, detail) =>
		`The order's payment terms (${detail}) are not the customer's.`,
	missing_data: (_actual, _threshold, detail) => `Customer data is missing: ${detail}.`,
	slow_payer: (actual, threshold) =>
		`The customer pays ${actual} late on average; ${threshold} are allowed.`,
	broken_promises: (actual, threshold) =>
		`The customer broke ${actual} promises to pay; ${threshold} are allowed.`,
	dispute_open: (actual) => `${actual} invoices of the customer are disputed.`,
	order_cancelled: () => 'The order is cancelled.',
	approved_before: (_actual, _threshold, detail) =>
		`Approved on ${detail}, and that approval is still valid.`,
	released: (_actual, _threshold, detail) => `Released by ${detail}.`,
	release_not_allowed: (_actual, _threshold, detail) =>
		`The release by ${detail} does not count: the order is released by those who may approve it, and never by whoever sold or entered it.`,
};

const inUnit = (
	value: Exact | null,
	unit: Unit | null,
	currency: string,
	decimals: number,
): string => {
	if (value === null || unit === null) return '';
	const written = {
		amount: () => money(value, currency, decimals),
		count: () => String(roundTo(value, 0)),
		days: () => `${roundTo(value, 1)} days`,
		percent: () => `${roundTo(value, 1)}%`,
	} as const satisfies Record<Unit, () => string>;
	return written[unit]();
};

export const sentenceOf = (
	{ code, actual, threshold, unit, detail }: Reason,
	currency: string,
	decimals: number,
): string =>
	SENTENCES[code](
		inUnit(actual, unit, currency, decimals),
		inUnit(threshold, unit, currency, decimals),
		detail ?? '',
	);
