import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type {
	CaseReason,
	Failure,
	Figure,
	LabelledText,
	Refusal,
	Sign,
} from '../shared/core/exceptions/sign';
import type { RouterParameters, Source } from './parameters';

const primitive = z.union([z.string(), z.number(), z.boolean()]);
const loose = z.record(z.unknown());

const figuresOf = (entries: Record<string, unknown>): { [name: string]: Figure } =>
	Object.fromEntries(
		Object.entries(entries).flatMap(([name, value]) => {
			const figure = primitive.safeParse(value);
			return figure.success ? [[name, figure.data]] : [];
		}),
	);

const wordsOf = (reason: Record<string, unknown>, code: string): string =>
	[reason.message, reason.text, reason.description, reason.detail].find(
		(words): words is string => typeof words === 'string' && words !== '',
	) ?? code;

/** `{ code, message, figures }`, or less: a bare code, or figures beside the code. */
const reason = z.union([
	z.string().transform((code): CaseReason => ({ code, text: code, figures: {} })),
	loose.transform((one): CaseReason => {
		const { code: named, message, text, description, detail, figures, ...rest } = one;
		const code = typeof named === 'string' ? named : 'unnamed';
		const nested = loose.safeParse(figures);
		return {
			code,
			text: wordsOf({ message, text, description, detail }, code),
			figures: figuresOf({ ...rest, ...(nested.success ? nested.data : {}) }),
		};
	}),
]);
const reasons = z.array(reason).catch([]);

const refusal = (
	source: Refusal['source'],
	decision: string,
	found: readonly CaseReason[],
): Refusal => ({ kind: 'refusal', source, decision, reasons: found });

const creditKey = z.object({ decision: z.string(), reasons });
const toCredit = (value: unknown): Refusal | null => {
	const credit = creditKey.safeParse(value);
	return credit.success && !/^(approved?|released?)$/i.test(credit.data.decision)
		? refusal('credit', credit.data.decision, credit.data.reasons)
		: null;
};

const invoiceKey = z.object({ decision: z.string(), reasons });
const toInvoice = (value: unknown): Refusal | null => {
	const invoice = invoiceKey.safeParse(value);
	return invoice.success && /^held|refused|failed$/i.test(invoice.data.decision)
		? refusal('invoice', invoice.data.decision, invoice.data.reasons)
		: null;
};

const named = z
	.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
	.catch('line');
const count = z.number().catch(0);
const allocationLine = z.object({
	product: named,
	asked: count,
	allocated: count,
	short: count,
	expected: z.string().nullish().catch(null),
	reason: z.unknown(),
});
const allocationKey = z.object({ status: z.string(), lines: z.array(allocationLine).catch([]) });

const toLineReason = ({
	product,
	asked,
	allocated,
	short,
	expected,
	reason: why,
}: z.output<typeof allocationLine>): CaseReason => {
	const told = reason.safeParse(why);
	const cause = told.success ? told.data : { code: 'short', text: '', figures: {} };
	const words = cause.text === cause.code ? '' : `: ${cause.text}`;
	return {
		code: cause.code,
		text: `${product}: ${allocated} of ${asked} allocated, ${short} short${words}`,
		figures: { ...cause.figures, asked, allocated, short, ...(expected ? { expected } : {}) },
	};
};

const toAllocation = (value: unknown): Refusal | null => {
	const allocation = allocationKey.safeParse(value);
	if (!allocation.success || !/^(partial|partiallyAllocated|short)$/i.test(allocation.data.status))
		return null;
	const { status, lines } = allocation.data;
	return refusal(
		'allocation',
		/^short$/i.test(status) ? 'short' : 'partial',
		lines.filter(({ short }) => short > 0).map(toLineReason),
	);
};

const textKey = z.object({
	label: z.string().nullish(),
	abstained: z.boolean().catch(false),
	confidence: z.number().catch(0),
	reasons,
});
const toText = (value: unknown): LabelledText | null => {
	const read = textKey.safeParse(value);
	if (!read.success) return null;
	const { label, abstained, confidence } = read.data;
	const first: CaseReason = {
		code: label ?? 'abstained',
		text: abstained ? 'No label was certain enough' : `Text labelled ${label ?? ''}`,
		figures: { confidence },
	};
	return { kind: 'text', label: label ?? null, abstained, reasons: [first, ...read.data.reasons] };
};

const failureKey = z.union([
	z.string().transform((message) => ({ message })),
	z.object({
		message: z.string().catch(''),
		class: z.string().catch(''),
		call: z.string().nullish().catch(null),
		advice: z.string().nullish().catch(null),
		retryable: z.boolean().catch(false),
	}),
]);
const toFailure = (value: unknown): Failure | null => {
	const read =
		value === undefined || value === null || value === false || value === ''
			? undefined
			: failureKey.safeParse(value);
	if (!read?.success) return null;
	const defaults = { class: '', call: null, advice: null, retryable: false };
	const { call, advice, ...rest } = { ...defaults, ...read.data };
	return { kind: 'failure', ...rest, call: call ?? null, advice: advice ?? null };
};

/** What broke comes first, then what the last step of the pipeline decided. */
const SIGNS: readonly (readonly [
	source: Exclude<Source, 'auto' | 'named'>,
	(json: IDataObject) => Sign | null,
])[] = [
	['failure', ({ error }) => toFailure(error)],
	['invoice', ({ invoice }) => toInvoice(invoice)],
	['allocation', ({ allocation }) => toAllocation(allocation)],
	['credit', ({ credit }) => toCredit(credit)],
	['classification', ({ classification }) => toText(classification)],
];

/** What makes the item an exception. */
export const signOf = (
	json: IDataObject,
	{ source, caseCode, explanation }: RouterParameters,
): Sign => {
	if (source === 'named') return { kind: 'named', code: caseCode, text: explanation };
	const looked = SIGNS.filter(([name]) => source === 'auto' || source === name);
	for (const [, read] of looked) {
		const sign = read(json);
		if (sign) return sign;
	}
	return { kind: 'nothing' };
};
