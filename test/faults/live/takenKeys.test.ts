/* eslint-disable no-console -- the figures are part of the result */
import { z } from 'zod';

import type { HttpExchange } from '../../../nodes/shared/odoo/OdooTransport';
import { ensureTag } from '../../../nodes/shared/traces/odoo/tags';
import { creditScene } from '../../OdooCreditCheck/creditScene';
import { sqlOn } from '../../support/scene/sql';
import { axiosClient, axiosExchange, type OdooAddress } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { makeOutsider } from '../../support/scene/pipelineUser';
import { recordsOf } from '../../support/scene/records';
import { runOver, type NodeRun } from '../nodeRun';
import { SCENES } from '../scenes';
import { effectsBySql, heldBySql } from './heldBySql';
import { ordersOf } from './ordersOf';

jest.setTimeout(600_000);

const { user, admin, credential } = liveOdoo();
const real = { ...credential, url: user.url };

const OUTSIDERS = [
	['a customer of the portal', 'base.group_portal'],
	['an employee without rights', 'base.group_user'],
] as const;

/** With a part that nobody can work out, or that was drawn a moment ago. */
const GUARDED = /-k[0-9a-f]{24}$|\.secret_\d+_[0-9a-f]{16}$/;
const imports = z.object({
	fields: z.array(z.string()),
	data: z.array(z.array(z.string())),
});
/** What an outsider can say of a message as the pipeline would. */
const FORGED = ['model', 'res_id', 'message_id', 'subject', 'body'];

/** A line on which an outsider takes each key that can be guessed, the moment before the pipeline asks for it. */
const takenFirst = (exchange: HttpExchange, outsider: OdooAddress) => {
	const client = axiosClient(outsider);
	const taken: string[] = [];
	const guarded: string[] = [];
	const take = async (fields: readonly string[], row: readonly string[]) => {
		const [key = ''] = row;
		if (GUARDED.test(key)) return void guarded.push(key);
		const forged = fields.flatMap((field, index) =>
			FORGED.includes(field) ? [[field, row[index] ?? ''] as const] : [],
		);
		const attempts = [forged, forged.filter(([field]) => !/model|res_id/.test(field))];
		for (const columns of attempts) {
			const answer = await client.call('mail.message', 'load', {
				args: {
					fields: ['id', 'message_type', ...columns.map(([field]) => field)],
					data: [[key, 'user_notification', ...columns.map(([, value]) => value)]],
				},
			});
			if (z.object({ ids: z.array(z.number()) }).safeParse(answer).success)
				return void taken.push(key);
		}
	};
	const through: HttpExchange = async (request) => {
		if (/\/load$/.test(request.path)) {
			const { fields, data } = imports.parse(request.body);
			if (fields[0] === 'id') for (const row of data) await take(fields, row);
		}
		return await exchange(request);
	};
	return { exchange: through, taken, guarded };
};

const errorsOf = ({ outputs }: NodeRun): unknown[] =>
	outputs.flat().flatMap(({ json }) => json.error ?? []);

const figures: string[] = [];
afterAll(() => console.info(figures.join('\n')));

describe.each(OUTSIDERS)('%s who takes every key that can be guessed', (who, group) => {
	it.each(SCENES.map((scene) => [scene.name, scene] as const))(
		'does not keep %s from its work, and is told of',
		async (name, scene) => {
			const sql = await sqlOn(creditScene());
			const outsider = await makeOutsider(recordsOf(axiosClient(admin)), group);
			const records = await scene.build(axiosExchange(user), real);
			const orders = ordersOf(records);
			const line = takenFirst(axiosExchange(user), outsider);
			const run = await runOver(line.exchange, { ...scene, ...records }, real);
			const problems = scene.falseClaims(run, await heldBySql(sql, orders));
			const again = await runOver(
				axiosExchange(user),
				{ ...scene, ...records, memory: run.memory },
				real,
			);
			problems.push(...(scene.missing?.([run, again]) ?? []));
			const effects = await effectsBySql(sql, orders);

			const undisturbed = await scene.build(axiosExchange(user), real);
			const first = await runOver(axiosExchange(user), { ...scene, ...undisturbed }, real);
			await runOver(axiosExchange(user), { ...scene, ...undisturbed, memory: first.memory }, real);

			const told = await sql(
				z.object({ key: z.string() }),
				`SELECT substring(message_id FROM 8 FOR position('@' IN message_id) - 8) AS key FROM mail_message WHERE message_id LIKE '<taken\\_%@n8n-o2c-taken>' AND message_type = 'comment'`,
			);
			const toldKeys = new Set(told.map(({ key }) => `n8n_o2c.${key}`));
			const silent = line.taken.filter((key) => !/\.(tag|secret)_/.test(key) && !toldKeys.has(key));
			figures.push(
				`${name}, ${who}: ${line.taken.length} keys taken, ${line.guarded.length} guarded`,
			);
			expect(problems).toEqual([]);
			expect([run.thrown, ...errorsOf(run)]).toEqual([first.thrown, ...errorsOf(first)]);
			expect(silent).toEqual([]);
			expect(effects).toEqual(await effectsBySql(sql, ordersOf(undisturbed)));
			expect(line.taken.length + line.guarded.length).toBeGreaterThan(0);
		},
	);

	it('does not keep a tag from being made', async () => {
		const outsider = await makeOutsider(recordsOf(axiosClient(admin)), group);
		const name = `Taken ${group} ${Date.now()}`;
		const client = axiosClient(outsider);
		const key = name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
		await client.call('mail.message', 'load', {
			args: {
				fields: ['id', 'message_type', 'body'],
				data: [[`n8n_o2c.tag_${key}`, 'user_notification', 'mine']],
			},
		});
		const tagId = await ensureTag(axiosClient(user), name);
		const tags = await recordsOf(axiosClient(admin)).find('crm.tag', [['name', '=', name]], []);
		expect(tags.map(({ id }) => id)).toEqual([tagId]);
	});
});
