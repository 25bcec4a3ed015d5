import { z } from 'zod';

import type { Records } from './records';

const actionOf = async (odoo: Records, code: string): Promise<number> => {
	const [model] = await odoo.find('ir.model', [['model', '=', 'res.partner']], []);
	return await odoo.one('ir.actions.server', {
		name: 'SQL of a test',
		model_id: model?.id ?? 0,
		state: 'code',
		code,
	});
};

/** Changes rows past Odoo's own models: what happened long ago. */
export const sqlRun = async (odoo: Records, statement: string): Promise<void> => {
	const action = await actionOf(odoo, "env.cr.execute(env.context['statement'])");
	await odoo.call('ir.actions.server', 'run', { ids: [action], context: { statement } });
};

const RUN =
	"env.cr.execute(env.context['statement'])\naction = {'type': 'ir.actions.client', 'tag': 'rows', 'params': {'rows': env.cr.fetchone()[0]}}";

/** Runs a SELECT in the database of whatever Odoo the tests use, past Odoo's own models. */
export const sqlOn = async (odoo: Records) => {
	const action = await actionOf(odoo, RUN);
	return async <T extends z.ZodTypeAny>(row: T, query: string): Promise<z.output<T>[]> => {
		const statement = `SELECT coalesce(json_agg(answer)::text, '[]') FROM (${query}) AS answer`;
		const answer = await odoo.call('ir.actions.server', 'run', {
			ids: [action],
			context: { statement },
		});
		const { params } = z.object({ params: z.object({ rows: z.string() }) }).parse(answer);
		return z.array(row).parse(JSON.parse(params.rows));
	};
};
