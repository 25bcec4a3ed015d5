import type { IExecuteFunctions } from 'n8n-workflow';

import { indexBy } from '../shared/core/collections';
import {
	parametersOfItem,
	parametersOfRun,
	readSettings,
	usable,
} from '../shared/n8n/settings/readSettings';
import { UnusableSetting, type ValueOf, type Values } from '../shared/n8n/settings/setting';
import type { Label } from './core/label';
import { DEFAULT_LABELS } from './core/labels';
import { RUN_SETTINGS } from './properties';
import { customLabels } from './properties/labels';
import { text } from './properties/text';

type RunValues = Values<typeof RUN_SETTINGS>;

export interface ClassifyParameters extends Omit<RunValues, 'labelSet' | 'labels'> {
	/** Never empty. */
	readonly labels: readonly Label[];
}

/** What the node is set to; the same for all items of a run. @throws NodeOperationError that names the parameter */
export const readParameters = (context: IExecuteFunctions): ClassifyParameters => {
	const given = parametersOfRun(context);
	const { labelSet, labels: custom, ...rest } = readSettings(RUN_SETTINGS, given);
	return { ...rest, labels: usable(given, () => labelsOf(labelSet, custom.map(toLabel))) };
};

const toLabel = ({ name, ...rest }: ValueOf<typeof customLabels>[number]): Label => ({
	...rest,
	name,
	title: name.replaceAll('_', ' '),
});

/** Later ones replace earlier ones of the same name. */
const byName = (labels: readonly Label[]): readonly Label[] => [
	...indexBy(labels, ({ name }) => name).values(),
];

const SETS = {
	builtIn: () => DEFAULT_LABELS,
	own: byName,
	both: (custom) => byName([...DEFAULT_LABELS, ...custom]),
} as const satisfies Record<RunValues['labelSet'], (custom: readonly Label[]) => readonly Label[]>;

const labelsOf = (set: RunValues['labelSet'], custom: readonly Label[]): readonly Label[] => {
	const labels = SETS[set](custom);
	if (labels.length > 0) return labels;
	throw new UnusableSetting([customLabels.property.displayName], 'add at least one label');
};

/** The item's own text. @throws NodeOperationError when there is none: the expression points to nothing */
export const readText = (context: IExecuteFunctions, itemIndex: number): string =>
	readSettings([text], parametersOfItem(context, itemIndex)).text;
