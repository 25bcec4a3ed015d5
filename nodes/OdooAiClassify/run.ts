import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { executeNode } from '../shared/n8n/executeNode';
import { openClient } from '../shared/n8n/openClient';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { titleOf } from './core/label';
import { classificationJson } from './json';
import { judgeWith, toQuestion, type Judged } from './judge';
import { askModel, type Advice } from './model/askModel';
import { writeLabels, type LabelFailures, type LabelRecord } from './odoo/writeLabels';
import { readParameters, type ClassifyParameters } from './parameters';
import { readSubjects, type FoundSubject } from './subjects';

const PLAN = { names: ['Classified', 'Needs Review'], safeOutput: 1 };

export const run = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
	await executeNode(context, PLAN, async () => {
		const parameters = readParameters(context);
		const client = await openClient(context);
		const found = await readSubjects(context, client, parameters);
		const judge = judgeWith(parameters, await adviceOn(context, found, parameters));
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
	{ method, labels, limits }: ClassifyParameters,
): Promise<Advice | null> => {
	if (method === 'rules') return null;
	const questions = found.flatMap((one) => ('subject' in one ? toQuestion(one.subject) : []));
	const timeoutMs = limits.timeoutSeconds * 1000;
	return await askModel(context, { questions, labels, limits: { ...limits, timeoutMs } });
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
