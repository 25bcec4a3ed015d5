import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { OdooOrderTrigger } from '../../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { openClient } from '../../../nodes/shared/n8n/openClient';
import { node } from '../../support/engine';

/** An n8n whose Odoo wants to be called again after so long. */
const n8nWith = (retryAfter: string) => {
	let calls = 0;
	const context = {
		getNode: () => node('Trigger', new OdooOrderTrigger().description.name, {}),
		getCredentials: async () => ({ url: 'https://odoo.test', database: retryAfter, apiKey: 'k' }),
		helpers: {
			httpRequestWithAuthentication: async () => {
				calls += 1;
				return { statusCode: 429, headers: { 'retry-after': retryAfter }, body: '' };
			},
		},
	} as unknown as ILoadOptionsFunctions;
	return { context, calls: () => calls };
};

describe('a client without a time limit of its own', () => {
	// 100 days are more milliseconds than a timer of Node can wait: it would ring at once.
	it.each(['3600', '8640000', 'Sat, 01 Jan 2050 00:00:00 GMT', '9'.repeat(30)])(
		'does not sleep away a Retry-After of %s, nor call again at once',
		async (retryAfter) => {
			const { context, calls } = n8nWith(retryAfter);
			const client = await openClient(context);
			await expect(client.session()).rejects.toMatchObject({ kind: 'rateLimited' });
			expect(calls()).toBe(1);
		},
	);
});
