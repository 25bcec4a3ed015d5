import type { IHookFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { EventType } from './core/eventTypes';
import { readParameters } from './parameters';

/** Until the editor waits for the call. */
const EDITOR_IS_READY_MS = 1_500;

/** Calls the test webhook in place of Odoo, so that the editor shows a recent event at once. */
export const callForSample = async (
	context: IHookFunctions,
	url: string,
	tokenOf: (type: EventType) => string,
): Promise<void> => {
	const [type] = readParameters(context).query.types;
	if (!type) return;
	await sleep(EDITOR_IS_READY_MS);
	await context.helpers
		.httpRequest({
			method: 'POST',
			url,
			qs: { event: type, token: tokenOf(type) },
			body: { _id: 0, _model: 'sample', write_date: new Date().toISOString().slice(0, 19) },
			json: true,
		})
		.catch((error: unknown) =>
			context.logger.warn(
				`n8n cannot reach its own test webhook, so there is no sample. ${error instanceof Error ? error.message : String(error)}`,
			),
		);
};
