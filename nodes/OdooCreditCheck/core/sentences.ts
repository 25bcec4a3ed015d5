import { recordOf } from '../../shared/core/collections';
import { roundTo, type Exact } from '../../shared/core/exact';
import { counted, moneyText, numberText } from '../../shared/core/wording';
import type { Reason } from './outcome';
import { REASONS } from './rules';
import type { Unit } from './rules/rule';

/** The currency that a decision is made in. */
export interface Currency {
	/** ISO 4217. */
	readonly currency: string;
	readonly decimals: number;
}

export const inCurrency = (value: Exact, { currency, decimals }: Currency): string =>
	moneyText(roundTo(value, decimals), currency, decimals);

export const inPercent = (value: Exact): string => `${numberText(roundTo(value, 1))}%`;

const IN_UNIT = {
	amount: inCurrency,
	count: (value) => numberText(roundTo(value, 0)),
	days: (value) => counted(roundTo(value, 1), 'day'),
	percent: inPercent,
} as const satisfies Record<Unit, (value: Exact, currency: Currency) => string>;

const SENTENCES = recordOf(
	REASONS,
	({ code }) => code,
	({ sentence }) => sentence,
);

export const sentenceOf = (
	{ code, actual, threshold, unit, detail = '' }: Reason,
	currency: Currency,
): string => {
	const write = (value: Exact | null) =>
		value === null || unit === null ? '' : IN_UNIT[unit](value, currency);
	return SENTENCES[code]({
		actual: write(actual),
		threshold: write(threshold),
		count: actual === null ? 0 : roundTo(actual, 0),
		detail,
	});
};
