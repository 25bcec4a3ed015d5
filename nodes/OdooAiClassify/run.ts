import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { executeNode } from '../shared/n8n/executeNode';
import { openRunClient } from '../shared/n8n/openRunClient';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { titleOf } from './core/label';
import { classificationJson } from './json';
import { judgeWith, toQuestion, type Judged } from './judge';
import { askModel, type Advice } from './model/askModel';
import { writeLabels, type LabelFailures, type LabelRecord } from './odoo/writeLabels';
import { readParameters, type ClassifyParameters } from './parameters';
import { readSubjects, type FoundSubject } from './subjects';

/** Part of the run's time that the model may take; the rest is for writing down what it said. */
const ASKING_SHARE = 0.75;

const PLAN = { names: ['Classified', 'Needs Review'], safeOutput: 1 };

export const run = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
	await executeNode(context, PLAN, async () => {
		const parameters = readParameters(context);
		const client = await openRunClient(context);
		const found = await readSubjects(context, client, parameters);
		const judge = judgeWith(
			parameters,
			await adviceOn(context, found, {
				...parameters,
				timeMs: client.timeLeft() * ASKING_SHARE,
			}),
		);
		const judged = found.map((one) => ('subject' in one ? judge(one.subject) : one));
		const records = judged.flatMap((one) => ('error' in one ? [] : toRecord(one, parameters)));
		const failures: LabelFailures = parameters.dryRun
			? new Map()
			: await writeLabels(client, records);
		return judged.map((one) =>
			'error' in one ? failed(one.error) : toOutcome(one, parameters, failures),
		);
	});

const adviceOn = async (
	context: IExecuteFunctions,
	found: readonly FoundSubject[],
	{ method, labels, limits, timeMs }: ClassifyParameters & { readonly timeMs: number },
): Promise<Advice | null> => {
	if (method === 'rules') return null;
	const questions = found.flatMap((one) => ('subject' in one ? toQuestion(one.subject) : []));
	const timeoutMs = limits.timeoutSeconds * 1000;
	return await askModel(context, { questions, labels, limits: { ...limits, timeoutMs, timeMs } });
};

const toRecord = (
	{ order, clean, classification, textHash }: Judged,
	{ labels, writeNote, writeTag, tagPrefix }: ClassifyParameters,
): LabelRecord[] => {
	if (!order || clean.text === '') return [];
	const { label } = classification;
	return [
		{
			order,
			classification,
			title: label === null ? null : titleOf(labels, label),
			textHash,
			writesNote: writeNote,
			tag: writeTag ? `${tagPrefix}${label ?? 'needs review'}` : null,
		},
	];
};

const toOutcome = (
	judged: Judged,
	parameters: ClassifyParameters,
	failures: LabelFailures,
): Outcome => {
	const error = failures.get(judged.order?.id ?? 0);
	if (error) return failed(error);
	return routed(judged.classification.abstained ? 1 : 0, {
		classification: classificationJson(judged, parameters),
	});
};
