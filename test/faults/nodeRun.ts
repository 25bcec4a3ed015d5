import 'reflect-metadata';

import { ExecuteContext, PollContext } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { z } from 'zod';

import { OdooOrderToCashApi } from '../../credentials/OdooOrderToCashApi.credentials';
import type { HttpExchange, Json } from '../../nodes/shared/odoo/OdooTransport';

interface JsonObject {
	readonly [name: string]: unknown;
}

/** A node as a workflow holds it, and what comes into it. */
export interface NodeCase {
	readonly type: INodeType;
	readonly parameters: INode['parameters'];
	readonly items: readonly JsonObject[];
	/** What a trigger remembers. */
	readonly memory?: JsonObject;
}

export type Credential = ICredentialDataDecryptedObject & { readonly url: string };

export interface NodeRun {
	/** What left on each output; a broken item stands on the node's safe output with `error`. */
	readonly outputs: readonly (readonly INodeExecutionData[])[];
	/** What the node threw, when it did. */
	readonly thrown: unknown;
	readonly memory: IDataObject;
}

const NAME = 'Node';

/** Expressions may ask for them. */
const URLS = {
	restApiUrl: 'http://127.0.0.1',
	instanceBaseUrl: 'http://127.0.0.1',
	webhookBaseUrl: 'http://127.0.0.1',
	webhookTestBaseUrl: 'http://127.0.0.1',
	webhookWaitingBaseUrl: 'http://127.0.0.1',
	formWaitingBaseUrl: 'http://127.0.0.1',
	variables: {},
};

const copyOf = (data: JsonObject): IDataObject => JSON.parse(JSON.stringify(data)) as IDataObject;

const workflowOf = ({ type, parameters, memory }: NodeCase): Workflow => {
	const node: INode = {
		id: NAME,
		name: NAME,
		type: `n8n-nodes-odoo-order-to-cash.${type.description.name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		onError: 'continueErrorOutput',
	};
	const nodeTypes: INodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	return new Workflow({
		id: 'faults',
		name: 'faults',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
		staticData: { [`node:${NAME}`]: copyOf(memory ?? {}) },
		settings: { executionOrder: 'v1' },
	});
};

const kept = new WeakMap<NodeCase['parameters'], Workflow>();

/** Made once for each set of parameters: only a trigger leaves something in it. */
const keptWorkflow = (nodeCase: NodeCase): Workflow => {
	const workflow = kept.get(nodeCase.parameters) ?? workflowOf(nodeCase);
	kept.set(nodeCase.parameters, workflow);
	return workflow;
};

const jsonBody: z.ZodType<Json> = z.lazy(() =>
	z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(jsonBody), z.record(jsonBody)]),
);
const headerTexts = z.record(z.string());
const credentialType = new OdooOrderToCashApi();

/** n8n's request helper over an exchange; the key is put in where the credential class puts it. */
const requestOver =
	(exchange: HttpExchange, credential: Credential) =>
	async (_type: string, options: IHttpRequestOptions) => {
		const { url, method, headers, body } = await credentialType.authenticate(credential, options);
		const path = new URL(url).pathname;
		const reply = await exchange({
			call: path,
			method: method === 'GET' ? 'GET' : 'POST',
			path,
			headers: headerTexts.parse(headers),
			body: JSON.parse(JSON.stringify(body)),
		});
		return {
			statusCode: reply.status,
			headers: reply.retryAfter === undefined ? {} : { 'retry-after': reply.retryAfter },
			body: reply.body === undefined ? reply.text : JSON.stringify(reply.body),
		};
	};

const settled = async (work: () => Promise<INodeExecutionData[][] | null | undefined>) =>
	await work().then(
		(outputs) => ({ outputs: outputs ?? [], thrown: undefined }),
		(thrown: unknown) => ({ outputs: [], thrown }),
	);

let runs = 0;

/** Runs a node's own code as n8n does, with n8n's context for its parameters, over any exchange with Odoo. */
export const runOver = async (
	exchange: HttpExchange,
	nodeCase: NodeCase,
	credential: Credential,
): Promise<NodeRun> => {
	const workflow = nodeCase.type.poll ? workflowOf(nodeCase) : keptWorkflow(nodeCase);
	const node = workflow.getNode(NAME);
	if (!node) throw new Error('The workflow lost its node');
	const additionalData = { ...URLS } as IWorkflowExecuteAdditionalData;
	const dress = <Context extends ExecuteContext | PollContext>(context: Context): Context =>
		Object.assign(context, {
			// As in a process of its own: nothing is known of the session.
			getCredentials: async () => ({ ...credential, run: (runs += 1) }),
			getInputConnectionData: async () => undefined,
			helpers: {
				...context.helpers,
				httpRequestWithAuthentication: requestOver(exchange, credential),
			},
		});
	const { poll, execute } = nodeCase.type;
	const result = await settled(async () => {
		if (poll)
			return await poll.call(
				dress(new PollContext(workflow, node, additionalData, 'trigger', 'activate')),
			);
		const items = nodeCase.items.map((json) => ({ json: copyOf(json) }));
		const context = new ExecuteContext(
			workflow,
			node,
			additionalData,
			'trigger',
			createRunExecutionData({}),
			0,
			items,
			{ main: [items] },
			{ node, data: { main: [items] }, source: null },
			[],
		);
		const answer = await execute?.call(dress(context));
		return Array.isArray(answer) ? answer : [];
	});
	return { ...result, memory: copyOf(workflow.getStaticData('node', node)) };
};
