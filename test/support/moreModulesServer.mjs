// @ts-check
// An Odoo with the modules that the arguments name besides the lab's. Prints where it is, and ends with its input.
import { once } from 'node:events';
import { createDatabase, dropDatabase, startOdoo } from '../lab/odoo.mjs';

// By this name the next run drops it, if this process cannot.
const database = `live_${process.pid}`;
await createDatabase(database, process.argv.slice(2));
const { url, adminKey, userKey, adminPassword, stop } = await startOdoo({ database, workers: 1 });
try {
	console.log(JSON.stringify({ url, database, adminKey, userKey, adminPassword }));
	process.stdin.resume();
	await once(process.stdin, 'end');
} finally {
	await stop();
	await dropDatabase(database);
}
