import { z } from 'zod';

import type { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import { axiosClient, axiosExchange } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { runOver, type Credential, type NodeRun } from '../nodeRun';
import type { Scene, SceneRecords } from '../scenes/scene';
import { learn, type Learned } from './learn';
import { observed, type ObservedCall } from './observed';
import type { Recording, Table } from './recording';

const rows = z.array(z.object({ id: z.number() }).passthrough());
const context = z.object({ uid: z.number(), lang: z.string(), tz: z.string() });

/** Small tables of which any record may be asked for. */
const WHOLE = [
	'res.company',
	'res.currency',
	'stock.location',
	'crm.tag',
	'mail.activity.type',
	'mail.message.subtype',
];

const RUNS = 2;

/** Runs the node on records of the scene, once and once more. */
export const runTwice = async (
	scene: Scene,
	records: SceneRecords,
	credential: Credential,
	exchange = axiosExchange(liveOdoo().user),
): Promise<{ readonly runs: readonly NodeRun[]; readonly calls: readonly ObservedCall[] }> => {
	const watched = observed(exchange);
	const runs: NodeRun[] = [];
	for (let count = 0; count < RUNS; count++) {
		const memory = runs.at(-1)?.memory ?? records.memory;
		runs.push(await runOver(watched.exchange, { ...scene, ...records, memory }, credential));
	}
	return { runs, calls: watched.calls };
};

/** What the node would look at, without any write. */
const lookedAt = async (
	scene: Scene,
	records: SceneRecords,
	credential: Credential,
): Promise<readonly ObservedCall[]> => {
	if (scene.type.poll) return [];
	const watched = observed(axiosExchange(liveOdoo().user));
	const parameters = { ...scene.parameters, dryRun: true };
	await runOver(watched.exchange, { ...scene, ...records, parameters }, credential);
	return watched.calls;
};

/** Reads records of the learned models and everything they refer to. */
const readAll = async (
	admin: OdooClient,
	learned: Learned,
	seeds: readonly (readonly [model: string, id: number])[],
	session: z.output<typeof context>,
): Promise<{ [model: string]: Table }> => {
	const found = new Map<string, Map<number, z.output<typeof rows>[number]>>();
	const search = async (model: string, domain: readonly (readonly [string, string, number[]])[]) =>
		rows.parse(
			await admin.call(model, 'search_read', {
				args: {
					domain: domain.map((part) => [...part]),
					fields: [...(learned.get(model)?.keys() ?? [])],
					order: 'id',
				},
				context: { ...session, active_test: false },
			}),
		);
	const keep = (model: string, list: z.output<typeof rows>) => {
		const table = found.get(model) ?? new Map<number, z.output<typeof rows>[number]>();
		for (const row of list) table.set(row.id, row);
		found.set(model, table);
	};
	let waiting = [...seeds];
	for (const model of WHOLE.filter((name) => learned.has(name))) {
		const list = await search(model, []);
		keep(model, list);
		waiting.push(...list.flatMap((row) => referred(learned, model, row)));
	}
	while (waiting.length > 0) {
		const byModel = new Map<string, Set<number>>();
		for (const [model, id] of waiting) {
			if (!learned.has(model) || found.get(model)?.has(id)) continue;
			byModel.set(model, (byModel.get(model) ?? new Set()).add(id));
		}
		waiting = [];
		for (const [model, ids] of byModel) {
			const list = await search(model, [['id', 'in', [...ids]]]);
			keep(model, list);
			waiting.push(...list.flatMap((row) => referred(learned, model, row)));
		}
	}
	return Object.fromEntries(
		[...learned].map(([model, fields]) => [
			model,
			{
				fields: Object.fromEntries(fields),
				rows: [...(found.get(model)?.values() ?? [])].sort((a, b) => a.id - b.id),
			},
		]),
	);
};

/** What a record refers to, but for what a whole company has in common. */
const referred = (
	learned: Learned,
	model: string,
	row: { readonly [field: string]: unknown },
): (readonly [string, number])[] =>
	[...(learned.get(model) ?? [])].flatMap(([field, { type, relation }]) => {
		const value = row[field];
		if (!relation || !Array.isArray(value)) return [];
		const ids = type === 'many2one' ? value.slice(0, 1) : value;
		return ids.flatMap((id): [string, number][] =>
			typeof id === 'number' ? [[relation, id]] : [],
		);
	});

const idsIn = (model: string, answer: unknown): (readonly [string, number])[] => {
	const { records } = z.object({ records: z.unknown() }).catch({ records: answer }).parse(answer);
	const parsed = rows.safeParse(records ?? answer);
	return parsed.success ? parsed.data.map(({ id }) => [model, id] as const) : [];
};

const externalIdsOf = async (
	admin: OdooClient,
	calls: readonly ObservedCall[],
): Promise<{ [name: string]: number }> => {
	const table = z.object({ fields: z.array(z.string()), data: z.array(z.array(z.unknown())) });
	const names = calls.flatMap(({ method, body }) => {
		if (method !== 'load') return [];
		const { fields, data } = table.parse(body);
		return data.flatMap((row) =>
			row.flatMap((value, index) => (fields[index]?.endsWith('/id') ? [String(value)] : [])),
		);
	});
	const found: { [name: string]: number } = {};
	for (const name of new Set(names)) {
		const [module = '', own = ''] = name.split('.');
		const [row] = z.array(z.object({ res_id: z.number() })).parse(
			await admin.call('ir.model.data', 'search_read', {
				args: {
					domain: [
						['module', '=', module],
						['name', '=', own],
					],
					fields: ['res_id'],
				},
			}),
		);
		if (row) found[name] = row.res_id;
	}
	return found;
};

/**
 * Records a scene: makes it twice in the real Odoo, learns from the first what the node looks at, and reads that of the
 * second before anything ran on it.
 */
export const record = async (
	scene: Scene,
	credential: Credential,
): Promise<{
	readonly recording: Recording;
	readonly records: SceneRecords;
}> => {
	const live = liveOdoo();
	const admin = axiosClient(live.admin);
	const build = async () => await scene.build(axiosExchange(live.user), credential);
	const { calls } = await runTwice(scene, await build(), credential);
	const records = await build();
	const looked = await lookedAt(scene, records, credential);
	const user = context.parse(await axiosClient(live.user).call('res.users', 'context_get'));
	const learned = await learn(admin, calls);
	const seeds = [
		...looked.flatMap(({ model, answer }) => idsIn(model, answer)),
		...Object.entries(records.also ?? {}).flatMap(([model, ids]) =>
			ids.map((id) => [model, id] as const),
		),
		['res.users', user.uid] as const,
	];
	return {
		records,
		recording: {
			version: (await admin.session()).version,
			at: new Date().toISOString(),
			user,
			tables: await readAll(admin, learned, seeds, user),
			externalIds: await externalIdsOf(admin, calls),
			items: [...records.items],
			memory: records.memory ?? {},
		},
	};
};
