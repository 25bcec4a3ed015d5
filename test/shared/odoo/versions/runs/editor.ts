import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	ILoadOptionsFunctions,
	INodeType,
} from 'n8n-workflow';

import type { HttpExchange, Json } from '../../../../../nodes/shared/odoo/OdooTransport';
import { OdooAiClassify } from '../../../../../nodes/OdooAiClassify/OdooAiClassify.node';
import { OdooAllocateStock } from '../../../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { OdooCreditCheck } from '../../../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { OdooExceptionRouter } from '../../../../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { OdooOrderTrigger } from '../../../../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { OdooReleaseInvoice } from '../../../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { failing, newCredential, triggerContext, type Run } from './run';

const TYPES: readonly (() => INodeType)[] = [
	() => new OdooAiClassify(),
	() => new OdooAllocateStock(),
	() => new OdooCreditCheck(),
	() => new OdooExceptionRouter(),
	() => new OdooOrderTrigger(),
	() => new OdooReleaseInvoice(),
];

const editor = triggerContext({}, {}) as unknown as ILoadOptionsFunctions;

/** The lists that the editor shows. */
const lists: Run[] = TYPES.flatMap((type) => {
	const { description, methods = {} } = type();
	return [
		...Object.entries(methods.listSearch ?? {}).map(([name, search]) => ({
			title: `${description.displayName}: ${name}`,
			start: async () => await failing(async () => await search.call(editor, 'a')),
		})),
		...Object.entries(methods.loadOptions ?? {}).map(([name, load]) => ({
			title: `${description.displayName}: ${name}`,
			start: async () => await failing(async () => await load.call(editor)),
		})),
	];
});

/** The test of a credential has no other way out than this helper. */
const credentialTests = (exchange: () => HttpExchange): Run[] => {
	const { methods } = new OdooOrderTrigger();
	const request = async ({ uri, body }: { readonly uri: string; readonly body: string }) => {
		const path = new URL(uri).pathname;
		const parsed: Json = JSON.parse(body);
		const reply = await exchange()({ call: path, method: 'POST', path, body: parsed });
		return { statusCode: reply.status, body: reply.body };
	};
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	return Object.entries(methods.credentialTest).map(([name, test]) => ({
		title: `the credential: ${name}`,
		start: async () => {
			const result = await test.call(context, {
				data: newCredential(),
			} as unknown as ICredentialsDecrypted);
			return result.status === 'OK' ? [] : [result.message];
		},
	}));
};

/** @param exchange the Odoo of the moment */
export const editorRuns = (exchange: () => HttpExchange): Run[] => [
	...lists,
	...credentialTests(exchange),
];
