import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { node } from '../../../../support/engine';

const credential = {
	url: 'http://odoo.test',
	database: 'o2c',
	apiVersion: 'jsonRpc',
	userName: 'mitchell',
	apiKey: 'key',
	companyId: 0,
};
let runs = 0;

/** One of its own for each run: behind the same credential stands the same Odoo. */
export const newCredential = () => ({ ...credential, run: (runs += 1) });

export const newCredentials = () => ({
	odooOrderToCashApi: newCredential(),
	odooOrderToCashSetupApi: newCredential(),
});

/** A way through the nodes that makes calls of its own, started as n8n starts it. */
export interface Run {
	readonly title: string;
	/** What older versions cannot do at all, and the node says so. */
	readonly takes?: number;
	/** @returns the messages of what failed */
	readonly start: () => Promise<string[]>;
}

/** n8n's context of a trigger, as far as it uses one. */
export const triggerContext = (
	parameters: IDataObject,
	staticData: IDataObject,
	more: object = {},
) => ({
	getMode: () => 'trigger',
	getNode: () => node('Trigger', 'odooOrderTrigger', { parameters: parameters as INodeParameters }),
	getWorkflow: () => ({ id: 'w', name: 'w', active: true }),
	getWorkflowStaticData: () => staticData,
	getCredentials: async () => await Promise.resolve(newCredential()),
	getNodeParameter: (path: string, fallback: unknown) => parameters[path] ?? fallback,
	getChildNodes: () => [],
	getInstanceId: () => 'instance',
	getNodeWebhookUrl: () => 'http://n8n.test/hook',
	getTimezone: () => 'UTC',
	logger: { warn: () => undefined, info: () => undefined, error: () => undefined },
	helpers: {},
	...more,
});

export const failing = async (work: () => Promise<unknown>): Promise<string[]> =>
	await work().then(
		() => [],
		(error: unknown) => [error instanceof Error ? error.message : String(error)],
	);
