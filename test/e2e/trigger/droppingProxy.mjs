// @ts-check
import { once } from 'node:events';
import { createServer, request } from 'node:http';

/**
 * Stands between Odoo and n8n, and loses a share of the calls: Odoo sees its connection end.
 * @param {number} port where n8n listens
 * @param {number} share between 0 and 1
 */
export async function startDroppingProxy(port, share) {
	const counts = { seen: 0, dropped: 0, unanswered: 0 };
	const server = createServer((incoming, answer) => {
		counts.seen += 1;
		// Spread evenly, and the same in every run.
		if (Math.floor(counts.seen * share) > Math.floor((counts.seen - 1) * share)) {
			counts.dropped += 1;
			incoming.socket.destroy();
			return;
		}
		const { method, url: path, headers } = incoming;
		const outgoing = request({ host: '127.0.0.1', port, method, path, headers }, (reply) => {
			answer.writeHead(reply.statusCode ?? 502, reply.headers);
			reply.pipe(answer);
		});
		outgoing.on('error', () => {
			counts.unanswered += 1;
			answer.destroy();
		});
		incoming.pipe(outgoing);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${address.port}`,
		seen: () => counts.seen,
		dropped: () => counts.dropped,
		/** Calls while n8n was down. */
		unanswered: () => counts.unanswered,
		stop: async () => {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
