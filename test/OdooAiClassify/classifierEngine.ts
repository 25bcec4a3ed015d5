import type { IDataObject, INode, INodeType } from 'n8n-workflow';

import { OdooAiClassify } from '../../nodes/OdooAiClassify/OdooAiClassify.node';
import { node, runInEngine, start } from '../support/engine';

type Message = readonly [role: string, content: string];

/** A chat model as a script: what it was asked, and an answer by the text between the fences. */
export const fakeModel = (answer: (text: string, count: number) => unknown) => {
	const asked: (readonly Message[])[] = [];
	const response = {
		model: 'fake-1',
		async invoke(messages: readonly Message[]) {
			asked.push(messages);
			const human = messages.find(([role]) => role === 'human')?.[1] ?? '';
			const [, text = ''] = /^=====TEXT \d+=====\n([\s\S]*)\n=====TEXT \d+=====/.exec(human) ?? [];
			return await answer(text, asked.length);
		},
	};
	return { asked, response };
};

export type FakeModel = ReturnType<typeof fakeModel>;

/** As LangChain answers. */
export const says = (answer: unknown) => ({
	content: typeof answer === 'string' ? answer : JSON.stringify(answer),
});

/** A model node of n8n: no main output, supplies the model to the node it is connected to. */
const modelNode = (response: unknown): INodeType => ({
	description: {
		displayName: 'Model',
		name: 'model',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Model' },
		inputs: [],
		outputs: ['ai_languageModel'],
		properties: [],
	},
	async supplyData() {
		return { response };
	},
});

const nowhere = {
	url: 'http://127.0.0.1:9',
	database: 'x',
	apiKey: 'the-key',
	apiVersion: 'json2',
	companyId: 0,
};

export interface ClassifierRun {
	readonly items: readonly IDataObject[];
	readonly parameters?: INode['parameters'];
	/** What the model node supplies; without it none is connected. */
	readonly model?: unknown;
	readonly credential?: Record<string, string | number>;
	readonly onError?: INode['onError'];
}

/** Runs Odoo AI Classify in n8n's real engine, with a model sub-node on its model input. */
export const runClassifier = async ({
	items,
	parameters = {},
	model,
	credential = nowhere,
	onError,
}: ClassifierRun) => {
	const connected = model !== undefined;
	const run = await runInEngine({
		nodes: [
			node('Start', 'start'),
			node('Classify', 'classify', {
				parameters,
				onError,
				credentials: {
					odooOrderToCashApi: { id: 'odooOrderToCashApi', name: 'odooOrderToCashApi' },
				},
			}),
			...(connected ? [node('Model', 'model')] : []),
		],
		connections: {
			Start: { main: [[{ node: 'Classify', type: 'main', index: 0 }]] },
			...(connected
				? {
						Model: {
							ai_languageModel: [
								[{ node: 'Classify', type: 'ai_languageModel' as const, index: 0 }],
							],
						},
					}
				: {}),
		},
		types: {
			start,
			classify: new OdooAiClassify(),
			...(connected ? { model: modelNode(model) } : {}),
		},
		input: items.map((json) => ({ json })),
		credentials: { odooOrderToCashApi: credential },
	});
	const result = run.data.resultData.runData.Classify?.[0];
	return { outputs: (result?.data?.main ?? []).map((list) => list ?? []), error: result?.error };
};
