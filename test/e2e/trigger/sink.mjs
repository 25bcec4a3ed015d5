// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { json2 } from '../../lab/json2.mjs';

/** @typedef {{ id: string, orderId: number, attempt: number, channel: string, at: number }} Received */

/**
 * The step behind the trigger: takes what arrives, and leaves the note on the order that the package's nodes leave.
 * @param {{ url: string, database: string, key: string }} access
 */
export async function startSink(access) {
	/** @type {Received[]} */
	const received = [];
	/** @type {Received[]} */
	let unanswered = [];
	const server = createServer(async (incoming, answer) => {
		let text = '';
		for await (const chunk of incoming) text += chunk;
		const { id, orderId, attempt, channel } = JSON.parse(text);
		const delivery = { id, orderId, attempt, channel, at: Date.now() };
		received.push(delivery);
		unanswered.push(delivery);
		answer.end('{}');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');

	const acknowledge = async () => {
		const batch = unanswered;
		unanswered = [];
		if (batch.length === 0) return;
		const rows = batch.map(({ id, orderId, attempt }) => {
			const key = `chaos_${id}_${attempt}`;
			return [
				`n8n_o2c.${key}`,
				'sale.order',
				String(orderId),
				'<p>Arrived</p>',
				'comment',
				'mail.mt_note',
				`<${key}@n8n-o2c>`,
			];
		});
		const fields = ['id', 'model', 'res_id', 'body', 'message_type', 'subtype_id/id', 'message_id'];
		const answer = await json2(access, 'mail.message', 'load', {
			fields,
			data: [...new Map(rows.map((row) => [row[0], row])).values()],
			context: { mode: 'update', noupdate: true },
		}).catch(() => ({ ids: false }));
		if (answer.ids === false) unanswered.push(...batch);
	};
	let running = true;
	const acknowledging = (async () => {
		while (running) {
			await acknowledge();
			await pause(1000);
		}
	})();

	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}/`,
		received: () => received,
		orders: () => new Set(received.map(({ orderId }) => orderId)),
		stop: async () => {
			running = false;
			await acknowledging;
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
