import 'reflect-metadata';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	ICredentialsHelper,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { OdooOrderToCashApi } from '../../credentials/OdooOrderToCashApi.credentials';

/** Credentials by type name, applied by the credential class itself as n8n does. */
class TestCredentials extends ICredentialsHelper {
	constructor(private readonly data: Record<string, ICredentialDataDecryptedObject>) {
		super();
	}
	getParentTypes = () => [];
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		_type: string,
		request: IHttpRequestOptions,
	) => (await new OdooOrderToCashApi().authenticate(credentials, request)) as never;
	preAuthentication = async () => undefined;
	runPreAuthentication = async () => undefined;
	getCredentials = async () => await Promise.reject(new Error('not stored here'));
	getDecrypted = async (_data: unknown, _node: unknown, type: string) => this.data[type] ?? {};
	updateCredentials = async () => undefined;
	updateCredentialsOauthTokenData = async () => undefined;
	getCredentialsProperties = () => [];
	isCredentialUsableByNode = () => true;
}

export interface EngineRun {
	readonly nodes: INode[];
	readonly connections: IWorkflowBase['connections'];
	readonly types: Record<string, INodeType>;
	readonly input: INodeExecutionData[];
	readonly credentials?: Record<string, ICredentialDataDecryptedObject>;
}

/** A node of a workflow, by name and type. */
export const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

/** Starts the run: passes on whatever is put into it. */
export const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

let executions = 0;

/** Runs a workflow in n8n's real engine, in this process; the first node starts it. */
export const runInEngine = async ({
	nodes,
	connections,
	types,
	input,
	credentials = {},
}: EngineRun): Promise<IRun> => {
	const nodeTypes = {
		getByName: (type: string) => types[type],
		getByNameAndVersion: (type: string) => types[type],
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'test',
		name: 'test',
		nodes,
		connections,
		active: false,
		nodeTypes: nodeTypes as INodeTypes,
		settings: { executionOrder: 'v1' },
	});
	const hooks = new ExecutionLifecycleHooks('trigger', '1', {
		id: 'test',
		name: 'test',
		nodes,
		connections,
	} as IWorkflowBase);
	const done = new Promise<IRun>((resolve) =>
		hooks.addHandler('workflowExecuteAfter', async (run) => resolve(run)),
	);
	const host = 'http://127.0.0.1';
	const additionalData = {
		hooks,
		credentialsHelper: new TestCredentials(credentials),
		executionId: String((executions += 1)),
		restApiUrl: '',
		instanceBaseUrl: host,
		webhookBaseUrl: host,
		webhookTestBaseUrl: host,
		webhookWaitingBaseUrl: host,
		formWaitingBaseUrl: host,
		variables: {},
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	const startNode = workflow.getNode(nodes[0]?.name ?? '');
	if (!startNode) throw new Error('The workflow has no nodes');
	const data = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: startNode, data: { main: [input] }, source: null }],
		},
	});
	void new WorkflowExecute(additionalData, 'trigger', data).processRunExecutionData(workflow);
	return await done;
};

export interface NodeRun {
	readonly type: INodeType;
	readonly parameters?: INode['parameters'];
	readonly input: INodeExecutionData[];
	readonly credentials?: Record<string, ICredentialDataDecryptedObject>;
	readonly onError?: INode['onError'];
}

/** Runs one node behind a start in the real engine; returns what left on each of its outputs, or the node's error. */
export const runNode = async ({
	type,
	parameters = {},
	input,
	credentials = {},
	onError,
}: NodeRun) => {
	const used = Object.fromEntries(
		Object.keys(credentials).map((name) => [name, { id: name, name }]),
	);
	const run = await runInEngine({
		nodes: [
			node('Start', 'start'),
			node('Node', 'node', { parameters, credentials: used, onError }),
		],
		connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		types: { start, node: type },
		input,
		credentials,
	});
	const result = run.data.resultData.runData.Node?.[0];
	return {
		outputs: (result?.data?.main ?? []).map((items) => items ?? []),
		error: result?.error,
		run,
	};
};
