import type { IDataObject, IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

import { EVENT_TYPES } from '../../../../../nodes/OdooOrderTrigger/core/eventTypes';
import { OdooOrderTrigger } from '../../../../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { scopeOf, tokenFor } from '../../../../../nodes/OdooOrderTrigger/secret';
import { failing, triggerContext, type Run } from './run';

const events = Object.keys(EVENT_TYPES);

const PARAMETERS = {
	events,
	watchedFields: ['amount_total'],
	holdTag: 'Credit Hold',
	overdueDays: 0,
	receive: 'webhookAndSweep',
	processExisting: true,
	existingDays: 30,
	filters: {
		companyIds: [1],
		customerTagIds: [1],
		teamIds: [],
		minimumTotal: 1,
		warehouseIds: [1],
	},
	options: { redeliver: 'always', redeliverMinutes: 1 },
};

const sweeps = async (parameters: IDataObject) => {
	const staticData: IDataObject = {};
	const poll = async () =>
		await new OdooOrderTrigger().poll.call(
			triggerContext(parameters, staticData) as unknown as IPollFunctions,
		);
	return await failing(async () => {
		await poll();
		await poll();
	});
};

export const triggerRuns: Run[] = [
	{ title: 'Order Trigger: sweeps', start: async () => await sweeps(PARAMETERS) },
	{
		title: 'Order Trigger: sweeps from now on',
		start: async () => await sweeps({ ...PARAMETERS, processExisting: false, filters: {} }),
	},
	{
		title: 'Order Trigger: a sample',
		start: async () =>
			await failing(
				async () =>
					await new OdooOrderTrigger().poll.call(
						triggerContext(
							PARAMETERS,
							{},
							{ getMode: () => 'manual' },
						) as unknown as IPollFunctions,
					),
			),
	},
	{
		title: 'Order Trigger: registers and takes away',
		start: async () =>
			await failing(async () => {
				const trigger = new OdooOrderTrigger();
				const context = triggerContext(PARAMETERS, {}) as unknown as IHookFunctions;
				await trigger.webhookMethods.default.create.call(context);
				await trigger.webhookMethods.default.delete.call(context);
			}),
	},
	...events.map((event) => ({
		title: `Order Trigger: called for ${event}`,
		start: async () =>
			await failing(async () => {
				const context = triggerContext(PARAMETERS, {});
				const token = tokenFor('key', scopeOf(context as unknown as IPollFunctions));
				const eventType = event as keyof typeof EVENT_TYPES;
				const write_date = new Date().toISOString().slice(0, 19).replace('T', ' ');
				await new OdooOrderTrigger().webhook.call({
					...context,
					getRequestObject: () => ({
						headers: { 'content-length': '10' },
						rawBody: Buffer.from(''),
					}),
					getResponseObject: () => {
						const response = { status: () => response, json: () => response, end: () => response };
						return response;
					},
					getQueryData: () => ({ event, token: token(eventType) }),
					getBodyData: () => ({ _id: 1, id: 1, _model: 'sale.order', write_date }),
				} as unknown as IWebhookFunctions);
			}),
	})),
];
