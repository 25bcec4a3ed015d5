import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { openClient } from '../shared/n8n/openClient';
import { sample } from '../shared/odoo/events/sample';
import { sweep } from '../shared/odoo/events/sweep';
import { readCheckpoint, writeCheckpoint } from './checkpoint';
import { toItems } from './items';
import { readParameters } from './parameters';

/** Part of the poll's time that reading may take; the rest is for the orders themselves. */
const READING_SHARE = 0.5;
const DEFAULT_BUDGET_MS = 60_000;

export const poll = async (context: IPollFunctions): Promise<INodeExecutionData[][] | null> => {
	const {
		events: types,
		filters: filter,
		options,
		processExisting,
		existingDays,
	} = readParameters(context);
	const client = await openClient(context);
	if (context.getMode() === 'manual')
		return asOutput(await toItems(client, await sample(client, { types, filter }), 'manual'));

	const deadline = Date.now() + (context.getPollBudgetMs?.() ?? DEFAULT_BUDGET_MS) * READING_SHARE;
	const staticData = context.getWorkflowStaticData('node');
	const { events, checkpoint } = await sweep(
		client,
		{
			types,
			filter,
			...options,
			existingDays: processExisting ? existingDays : 0,
			hasTime: () => Date.now() < deadline,
		},
		readCheckpoint(staticData),
	);
	const items = await toItems(client, events, 'sweep');
	// Only now: a sweep that broke before is swept again.
	writeCheckpoint(staticData, checkpoint);
	return asOutput(items);
};

const asOutput = (items: INodeExecutionData[]): INodeExecutionData[][] | null =>
	items.length > 0 ? [items] : null;
