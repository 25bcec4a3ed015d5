// @ts-check
import { randomUUID } from 'node:crypto';

/**
 * The trigger, and a step that hands every event on.
 * @param {{ sinkUrl: string, events?: string[], redeliverMinutes?: number, receive?: string }} options
 */
export function triggerWorkflow({
	sinkUrl,
	events = ['orderConfirmed'],
	redeliverMinutes,
	receive = 'webhookAndSweep',
}) {
	const credentials = {
		odooOrderToCashApi: { id: null, name: '' },
		odooOrderToCashSetupApi: { id: null, name: '' },
	};
	return {
		name: `Trigger ${randomUUID()}`,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: randomUUID(),
				name: 'Odoo Order Trigger',
				type: 'n8n-nodes-odoo-order-to-cash.odooOrderTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: randomUUID(),
				credentials,
				parameters: {
					events,
					receive,
					pollTimes: { item: [{ mode: 'everyMinute' }] },
					options: redeliverMinutes === undefined ? {} : { redeliver: 'always', redeliverMinutes },
				},
			},
			{
				id: randomUUID(),
				name: 'Hand On',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [220, 0],
				parameters: {
					method: 'POST',
					url: sinkUrl,
					sendBody: true,
					specifyBody: 'json',
					jsonBody:
						'={{ JSON.stringify({ id: $json.event.id, orderId: $json.order.id, attempt: $json.event.attempt, channel: $json.event.channel }) }}',
				},
			},
		],
		connections: {
			'Odoo Order Trigger': { main: [[{ node: 'Hand On', type: 'main', index: 0 }]] },
		},
	};
}
