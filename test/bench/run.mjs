// @ts-check
/** `npm run bench [-- name]`: every benchmark in this folder, or those with the name in their file's name. */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase, dropDatabase, ensureTemplate, startOdoo } from '../lab/odoo.mjs';
import { ensurePackages } from '../lab/debian.mjs';
import { startPostgres } from '../lab/postgres.mjs';
import { installProject } from '../setup/project.mjs';
import { typeScript } from '../demo/typescript.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const database = `bench_${process.pid}`;

/** @type {Promise<Awaited<ReturnType<typeof startOdoo>>> | undefined} */
let started;
const start = async () => {
	await ensurePackages();
	await startPostgres();
	await ensureTemplate();
	await createDatabase(database);
	return await startOdoo({ database });
};
const odoo = async () => {
	started ??= start();
	const { url, adminKey, userKey } = await started;
	return { admin: { url, database, apiKey: adminKey }, user: { url, database, apiKey: userKey } };
};

/** @param {import('./report').BenchReport} report */
function print({ name, setting, figures }) {
	console.log(`\n${name} (${setting})`);
	for (const { what, value, unit, ratio } of figures) {
		const beside = ratio ? `   ${ratio.value.toFixed(3)} × ${ratio.to}` : '';
		console.log(
			`  ${what.padEnd(48)} ${value.toLocaleString('en', { maximumFractionDigits: 2 }).padStart(14)} ${unit}${beside}`,
		);
	}
}

await installProject();
const load = typeScript();
const wanted = process.argv[2] ?? '';
try {
	for (const file of readdirSync(folder).filter(
		(name) => name.endsWith('.bench.ts') && name.includes(wanted),
	)) {
		print(await load(`${folder}/${file}`).default({ odoo }));
	}
} finally {
	if (started) {
		await (await started).stop();
		await dropDatabase(database);
	}
}
