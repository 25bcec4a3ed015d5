import { z } from 'zod';

import type { CaseReason } from '../../shared/cases/core/diagnosis';
import { TAXONOMY } from '../../shared/cases/core/taxonomy';
import { entryOf } from '../../shared/core/collections';
import { dayText, numberText } from '../../shared/core/wording';
import type { Refusal } from '../core/sign';
import { REASON_CASES } from '../reasonCases';
import { reasonShape } from './reasonShape';

const quantity = z.number().catch(0);
const line = z.object({
	product: z
		.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
		.catch('A line'),
	unit: z.string().catch(''),
	asked: quantity,
	allocated: quantity,
	short: quantity,
	expected: z.string().nullish().catch(null),
	reason: reasonShape.nullish().catch(null),
});
const allocation = z.object({
	status: z.string(),
	lines: z.array(line).catch([]),
	reason: reasonShape.nullish().catch(null),
});

type Line = z.output<typeof line>;

/** Allocate Stock gives a line's reason as a code; the case it stands for says it in words. */
const whyOf = ({ reason }: Line): string => {
	const code = reason ? entryOf(REASON_CASES.allocation, reason.code) : undefined;
	return code === undefined ? '' : ` (${TAXONOMY[code].title})`;
};

const expectedText = ({ expected }: Line): string => {
	const day = /^\d{4}-\d{2}-\d{2}/.exec(expected ?? '')?.[0];
	const isDay = day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
	return isDay ? `, expected ${dayText(day)}` : '';
};

const sentenceOf = (one: Line): string => {
	const [allocated, asked, short] = [one.allocated, one.asked, one.short].map((value) =>
		numberText(value),
	);
	const quantities = [allocated, 'of', asked, one.unit].filter((word) => word !== '').join(' ');
	return `${one.product}: ${quantities} allocated, ${short} short${expectedText(one)}${whyOf(one)}`;
};

const toLineReason = (one: Line): CaseReason => {
	const { asked, allocated, short, expected, reason } = one;
	const figures = { asked, allocated, short, ...(expected ? { expected } : {}) };
	return {
		code: reason?.code ?? 'noStock',
		text: sentenceOf(one),
		figures: { ...reason?.figures, ...figures },
	};
};

/** The "no" of Odoo Allocate Stock: an order that did not get all it asked for. */
export const toAllocationSign = (value: unknown): Refusal | null => {
	const read = allocation.safeParse(value);
	if (!read.success || read.data.status === 'allocated') return null;
	const { status, lines, reason } = read.data;
	const short = lines.filter((one) => one.short > 0).map(toLineReason);
	return {
		kind: 'refusal',
		source: 'allocation',
		decision: status,
		reasons: [...(reason ? [reason] : []), ...short],
	};
};
