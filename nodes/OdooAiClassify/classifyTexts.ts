import { createHash } from 'node:crypto';

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { decideLabel, type ModelOutcome } from './core/decide';
import { classifyByRules, prepareLabels } from './core/rules';
import { executeNode } from '../shared/n8n/executeNode';
import { openClient } from '../shared/n8n/openClient';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { recordLabels, type LabelRecord, type RecordFailures } from './odoo/recordLabels';
import { classificationJson, type Classified } from './classificationJson';
import { connectedModel, type ConnectedModel } from './model/chatModel';
import { Consultant, questionKey, type ModelQuestion } from './model/consultant';
import { readParameters, type ClassifyParameters } from './parameters';
import { readSubjects, type FoundSubject, type Subject } from './subjects';

const PLAN = { names: ['Classified', 'Needs Review'], safeOutput: 1 };

export const classifyTexts = async (context: IExecuteFunctions): Promise<INodeExecutionData[][]> =>
	await executeNode(context, PLAN, async () => {
		const parameters = readParameters(context);
		const client = await openClient(context);
		const found = await readSubjects(context, client, parameters);
		const connected = parameters.method === 'rules' ? null : await connectedModel(context);
		const answers = await askModel(context, connected, found, parameters);
		const classify = classifierFor(parameters, connected, answers);
		const classified = found.map((one) =>
			'subject' in one ? { subject: one.subject, ...classify(one.subject) } : one,
		);
		const records = classified.flatMap((one) => ('error' in one ? [] : toRecord(one, parameters)));
		const failures = parameters.dryRun ? new Map() : await recordLabels(client, records);
		return classified.map((one) =>
			'error' in one ? failed(one.error) : toOutcome(one, parameters, failures),
		);
	});

const askModel = async (
	context: IExecuteFunctions,
	connected: ConnectedModel | null,
	found: readonly FoundSubject[],
	{ labels, limits }: ClassifyParameters,
): Promise<ReadonlyMap<string, ModelOutcome>> => {
	if (!connected) return new Map();
	const questions = found.flatMap((one) => ('subject' in one ? toQuestion(one.subject) : []));
	const consultant = new Consultant(
		connected,
		{ ...limits, timeoutMs: limits.timeoutSeconds * 1000 },
		context.getExecutionCancelSignal(),
	);
	return await consultant.answers(questions, labels);
};

const toQuestion = ({ clean, order }: Subject): ModelQuestion => ({
	text: clean.text,
	names: order?.customerNames ?? [],
});

type Judged = Classified & { readonly subject: Subject };

const classifierFor = (
	{ labels, threshold }: ClassifyParameters,
	connected: ConnectedModel | null,
	answers: ReadonlyMap<string, ModelOutcome>,
) => {
	const prepared = prepareLabels(labels);
	const judge = ({ text }: Subject['clean'], model: ModelOutcome | null) =>
		decideLabel({ text, labels, threshold, rules: classifyByRules(text, prepared), model });
	return (subject: Subject): Classified => ({
		clean: subject.clean,
		textHash: createHash('sha256').update(subject.clean.text).digest('hex').slice(0, 16),
		classification: judge(subject.clean, answers.get(questionKey(toQuestion(subject))) ?? null),
		model: connected ? { name: connected.name } : null,
	});
};

const toRecord = (
	{ subject, classification, textHash }: Judged,
	{ writeNote, writeTag, tagPrefix }: ClassifyParameters,
): LabelRecord[] => {
	const { order } = subject;
	if (!order || subject.clean.text === '') return [];
	const tag = writeTag ? `${tagPrefix}${classification.label ?? 'needs review'}` : null;
	return [{ order, classification, textHash, writesNote: writeNote, tag }];
};

const toOutcome = (
	judged: Judged,
	parameters: ClassifyParameters,
	failures: RecordFailures,
): Outcome => {
	const error = failures.get(judged.subject.order?.id ?? 0);
	if (error) return failed(error);
	return routed(judged.classification.abstained ? 1 : 0, {
		classification: classificationJson(judged, parameters),
	});
};
