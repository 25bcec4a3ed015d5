import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';

import { endOfMonth } from '../../core/time';
import { listText, numberText } from '../../core/wording';
import { LARGEST_ID } from './bounds';
import { readBy, type Described, type Setting } from './setting';

export interface Choice<Value extends string> extends INodePropertyOptions {
	readonly value: Value;
}

const NOT_A_NUMBER = 'it has to be a number';

const within = ({
	minValue,
	maxValue,
	numberPrecision,
}: NonNullable<INodeProperties['typeOptions']>) => {
	const finite = z
		.number({ invalid_type_error: NOT_A_NUMBER, required_error: NOT_A_NUMBER })
		.finite(NOT_A_NUMBER);
	const above =
		minValue === undefined ? finite : finite.min(minValue, `the least is ${numberText(minValue)}`);
	const bounded =
		maxValue === undefined ? above : above.max(maxValue, `the most is ${numberText(maxValue)}`);
	const precise = numberPrecision === 0 ? bounded.int('it has to be a whole number') : bounded;
	return z.preprocess(asNumber, precise);
};

/** An n8n variable is text even when it says a number. */
const asNumber = (given: unknown): unknown =>
	typeof given === 'string' && given.trim() !== '' ? Number(given) : given;

/** A number within `minValue` and `maxValue`; a whole one where `numberPrecision` is 0. */
export const numberSetting = <Name extends string>(
	property: Described<Name, 'number'> & { readonly default: number },
): Setting<NoInfer<Name>, number> => readBy(property, within(property.typeOptions ?? {}));

export const flagSetting = <Name extends string>(
	property: Described<Name, 'boolean'> & { readonly default: boolean },
): Setting<NoInfer<Name>, boolean> =>
	readBy(property, z.boolean({ invalid_type_error: 'it has to be true or false' }));

const oneOf = <Value extends string>(options: readonly Choice<Value>[]) => {
	const names = listText(
		options.map(({ name }) => name),
		'or',
	);
	return z.unknown().transform((given, context): Value => {
		const found = options.find(({ value }) => value === given);
		if (found) return found.value;
		context.addIssue({ code: 'custom', message: `choose ${names}` });
		return z.NEVER;
	});
};

export const choiceSetting = <Name extends string, Value extends string>(
	property: Described<Name, 'options'> & {
		readonly options: Choice<Value>[];
		readonly default: NoInfer<Value>;
	},
): Setting<NoInfer<Name>, Value> => readBy(property, oneOf(property.options));

const listOf = <Value>(one: z.ZodType<Value, z.ZodTypeDef, unknown>) =>
	z.array(one, { invalid_type_error: 'it has to be a list' });

/** At least one choice where the property is required. */
export const choicesSetting = <Name extends string, Value extends string>(
	property: Described<Name, 'multiOptions'> & {
		readonly options: Choice<Value>[];
		readonly default: NoInfer<Value>[];
	},
): Setting<NoInfer<Name>, readonly Value[]> => {
	const choices = listOf(oneOf(property.options));
	return readBy(property, property.required ? choices.min(1, 'choose at least one') : choices);
};

const text = z.string({ invalid_type_error: 'it has to be text' }).trim();

/** Text without the white space around it; never empty where the property is required. */
export const textSetting = <Name extends string>(
	property: Described<Name, 'string'> & { readonly default: string },
): Setting<NoInfer<Name>, string> =>
	readBy(property, property.required ? text.min(1, 'it is empty') : text);

/** Texts, each entered on its own; empty ones do not count. */
export const textsSetting = <Name extends string>(
	property: Described<Name, 'string'> & { readonly default: string[] },
): Setting<NoInfer<Name>, readonly string[]> =>
	readBy(
		property,
		listOf(text).transform((texts) => texts.filter((one) => one !== '')),
	);

/** Words with commas between them. */
export const wordsSetting = <Name extends string>(
	property: Described<Name, 'string'> & { readonly default: string },
): Setting<NoInfer<Name>, readonly string[]> =>
	readBy(
		property,
		text.transform((list) =>
			list
				.split(',')
				.map((word) => word.trim())
				.filter((word) => word !== ''),
		),
	);

const NOT_AN_ID = 'a record is named by its ID, a whole number';
const recordId = z.coerce
	.number({ invalid_type_error: NOT_AN_ID })
	.int(NOT_AN_ID)
	.positive(NOT_AN_ID)
	.max(LARGEST_ID, NOT_AN_ID);

/** Records that are chosen from a list which Odoo fills, by ID. */
export const recordsSetting = <Name extends string>(
	property: Described<Name, 'multiOptions'> & { readonly default: number[] },
): Setting<NoInfer<Name>, readonly number[]> => readBy(property, listOf(recordId));

/** One record that is chosen from a list or entered by its ID; null when none is. */
export const recordSetting = <Name extends string>(
	property: Described<Name, 'resourceLocator'> & {
		readonly default: { readonly mode: string; readonly value: '' };
	},
): Setting<NoInfer<Name>, number | null> =>
	readBy(
		property,
		z
			.object(
				{ value: z.union([z.string().trim(), z.number()]).nullish() },
				{ invalid_type_error: 'it has to be chosen from the list or entered by its ID' },
			)
			.transform(({ value }) => value || null)
			.pipe(recordId.nullable()),
	);

/** The calendar has it: JavaScript takes February 31 for March 3. */
const isDay = (day: string): boolean =>
	/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(day) && Number(day.slice(8)) >= 1 && day <= endOfMonth(day);

const isoText = (given: unknown): unknown =>
	typeof given === 'object' && given !== null && 'toISODate' in given
		? String(given)
		: (given ?? '');

/**
 * `YYYY-MM-DD`, or null when empty or nothing. n8n's date picker gives a moment, of which the day is what was picked; an expression
 * may give a luxon date, whose text is ISO 8601.
 */
export const daySetting = <Name extends string>(
	property: Described<Name, 'dateTime'> & { readonly default: '' },
): Setting<NoInfer<Name>, string | null> =>
	readBy(
		property,
		z
			.preprocess(isoText, z.string({ invalid_type_error: 'it has to be a date' }))
			.transform((moment) => moment.slice(0, 10))
			.refine((day) => day === '' || isDay(day), 'it has to be a date')
			.transform((day) => day || null),
	);
