/** Numbers, amounts, days and counted things as people write them. */

import { exact, roundTo } from './exact';
import { kept } from './kept';

/** The language of the package's texts. */
const LANGUAGE = 'en';

const DAY = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' });
const FORMS = new Intl.PluralRules(LANGUAGE);

/** Rounded as Odoo rounds, by the digits that people see; nothing is less than zero and still zero. */
const rounded = (value: number, decimals: number): number =>
	Number.isFinite(value) ? roundTo(exact(value), decimals) : value;

const upTo = kept(
	(most: number) => new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: most }),
);
const exactly = kept(
	(decimals: number) =>
		new Intl.NumberFormat(LANGUAGE, {
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals,
		}),
);

/** Of the currency by ISO 4217; two for a name that is no code. */
export const decimalsOf = kept((currency: string): number =>
	/^[A-Z]{3}$/.test(currency)
		? (new Intl.NumberFormat(LANGUAGE, { style: 'currency', currency }).resolvedOptions()
				.maximumFractionDigits ?? 2)
		: 2,
);

/**
 * `1,280.00 EUR`, `1,280 JPY`.
 * @param value in the currency's own unit
 * @param currency ISO 4217
 * @param decimals where Odoo keeps the currency with others than its usual ones
 */
export const moneyText = (
	value: number,
	currency: string,
	decimals = decimalsOf(currency),
): string => `${exactly(decimals).format(rounded(value, decimals))} ${currency}`;

/** `1,280.5`: no more decimals than there are. */
export const numberText = (value: number, decimals = 3): string =>
	upTo(decimals).format(rounded(value, decimals));

/** `85%` for 0.85. */
export const percentText = (share: number): string => `${numberText(share * 100, 0)}%`;

/** `Nov 25, 2026` for `2026-11-25`. */
export const dayText = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));

/** `Nov 25, 2026, 14:05 (Europe/Berlin)`. @param moment epoch milliseconds @param timeZone IANA name */
export const momentText = (moment: number, timeZone: string): string =>
	`${momentIn(timeZone).format(moment)} (${timeZone})`;

const momentIn = kept(
	(timeZone: string) =>
		new Intl.DateTimeFormat(LANGUAGE, {
			dateStyle: 'medium',
			timeStyle: 'short',
			hourCycle: 'h23',
			timeZone,
		}),
);

/** `1 invoice`, `2 invoices`. @param many when it is not the word with an s */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${numberText(count)} ${FORMS.select(count) === 'one' ? one : many}`;

/** `A, B and C` */
export const listText = (parts: readonly string[], word: 'and' | 'or' = 'and'): string =>
	new Intl.ListFormat('en-GB', {
		type: word === 'and' ? 'conjunction' : 'disjunction',
	}).format(parts);

/** The words of a code, for people: `partially allocated` for `partiallyAllocated`, `limit exceeded` for `limit_exceeded`. */
export const wordsOf = (code: string): string =>
	code
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/[_-]+/g, ' ')
		.toLowerCase()
		.trim();
