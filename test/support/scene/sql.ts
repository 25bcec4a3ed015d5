import { z } from 'zod';

import type { Records } from './records';

const RUN =
	"env.cr.execute(env.context['statement'])\naction = {'type': 'ir.actions.client', 'tag': 'rows', 'params': {'rows': env.cr.fetchone()[0]}}";

/** Runs a SELECT in the database of whatever Odoo the tests use, past Odoo's own models. */
export const sqlOn = async (odoo: Records) => {
	const [model] = await odoo.find('ir.model', [['model', '=', 'res.partner']], []);
	const action = await odoo.one('ir.actions.server', {
		name: 'Recompute by SQL',
		model_id: model?.id ?? 0,
		state: 'code',
		code: RUN,
	});
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
