// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Ports nobody listens on, different from each other. @param {number} count */
export async function freePorts(count) {
	const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
	const ports = servers.map(
		(server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port,
	);
	await Promise.all(servers.map((server) => once(server.close(), 'close')));
	return ports;
}

/** @param {number} port */
export async function isFree(port) {
	try {
		await once((await listen(port)).close(), 'close');
		return true;
	} catch {
		return false;
	}
}

/**
 * The port a person asked for, or any free one.
 * @param {number | undefined} wanted
 * @param {string} purpose
 */
export async function choosePort(wanted, purpose) {
	if (wanted === undefined) return (await freePorts(1))[0];
	if (await isFree(wanted)) return wanted;
	throw new Error(
		`Port ${wanted}, wanted for ${purpose}, is in use. Choose another, or end the program that holds it ("ss -ltnp" names it).`,
	);
}

/** @param {number} port @returns {Promise<import('node:net').Server>} */
async function listen(port) {
	const server = createServer();
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return server;
}
