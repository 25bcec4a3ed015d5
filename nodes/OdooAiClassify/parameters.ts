import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { DEFAULT_LABELS } from './core/labels';
import type { Label } from './core/label';
import { ABSTAIN } from './core/prompt';

const ownLabel = z
	.object({
		name: z
			.string()
			.trim()
			.regex(/^[\w-]{1,60}$/, 'a label is named by letters, digits, _ and -')
			.refine((name) => name !== ABSTAIN, `'${ABSTAIN}' is the word for no label`),
		description: z.string().trim().default(''),
		keywords: z.array(z.string().max(200)).default([]),
		needsAttention: z.boolean().default(true),
	})
	.transform((label) => ({ ...label, title: label.name.replaceAll('_', ' ') }));

const runShape = z.object({
	method: z.enum(['rulesAndModel', 'rules']),
	threshold: z.number().min(0).max(1),
	labelSet: z.enum(['builtIn', 'own', 'both']),
	labels: z.preprocess(
		(value) => (value === '' ? {} : value),
		z.object({ values: z.array(ownLabel).default([]) }),
	),
	limits: z.preprocess(
		(value) => (value === '' ? {} : value),
		z.object({
			longestText: z.number().int().min(100).max(20_000).default(4_000),
			mostQuestions: z.number().int().min(0).default(1_000),
			parallel: z.number().int().min(1).max(20).default(4),
			timeoutSeconds: z.number().min(1).default(60),
		}),
	),
	textSource: z.enum(['item', 'orderNote', 'customerMessage']),
	writeNote: z.boolean(),
	writeTag: z.boolean(),
	tagPrefix: z.string(),
	dryRun: z.boolean(),
});

export interface ClassifyParameters extends Omit<z.output<typeof runShape>, 'labelSet' | 'labels'> {
	readonly labels: readonly Label[];
}

/** What the node is set to; the same for all items of a run. @throws NodeOperationError that names the parameter */
export const readParameters = (context: IExecuteFunctions): ClassifyParameters => {
	const raw = Object.fromEntries(
		Object.keys(runShape.shape).map((name) => [name, context.getNodeParameter(name, 0, '')]),
	);
	const read = runShape.safeParse(raw);
	if (!read.success) {
		const [issue] = read.error.issues;
		throw new NodeOperationError(
			context.getNode(),
			`'${LABELS[String(issue?.path[0])] ?? String(issue?.path[0])}': ${issue?.message ?? 'cannot be read'}`,
		);
	}
	const { labelSet, labels: own, ...rest } = read.data;
	const labels = SETS[labelSet](own.values);
	if (labels.length === 0)
		throw new NodeOperationError(
			context.getNode(),
			"'Own Labels' is empty: the set needs at least one label",
		);
	return { ...rest, labels };
};

/** Later ones replace earlier ones of the same name. */
const byName = (labels: readonly Label[]): Label[] => [
	...new Map(labels.map((label) => [label.name, label])).values(),
];

const SETS = {
	builtIn: () => DEFAULT_LABELS,
	own: (own) => byName(own),
	both: (own) => byName([...DEFAULT_LABELS, ...own]),
} as const satisfies Record<
	'builtIn' | 'own' | 'both',
	(own: readonly Label[]) => readonly Label[]
>;

const LABELS: { readonly [name: string]: string } = {
	labels: 'Own Labels',
	labelSet: 'Labels',
	limits: 'Model Limits',
	method: 'Classify By',
	textSource: 'Text',
	threshold: 'Threshold',
	tagPrefix: 'Tag Prefix',
};

/**
 * The item's own text; an empty one is a text without words.
 * @throws NodeOperationError when there is no text at all: the expression points to nothing
 */
export const readText = (context: IExecuteFunctions, itemIndex: number): string => {
	const value = context.getNodeParameter('text', itemIndex, null);
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return String(value);
	const said = value === undefined || value === null ? 'is empty' : 'is not a text';
	throw new NodeOperationError(context.getNode(), `'Text to Classify' ${said}`, {
		itemIndex,
		description:
			"Point it to the text of the item, for example '{{ $json.text }}', or choose where in Odoo the text stands.",
	});
};
