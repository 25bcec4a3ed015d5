import { z } from 'zod';

import type { OdooClient, OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import type { Json, OdooCall, OdooContext } from '../../../nodes/shared/odoo/OdooTransport';
import { axiosClient } from '../axiosExchange';
import { liveOdoo } from '../liveOdoo';

export type Row = Record<string, unknown> & { readonly id: number };

export const ids = z.array(z.number());
export const many2one = z.tuple([z.number(), z.string()]).transform(([id]) => id);
const rows = z.array(z.object({ id: z.number() }).passthrough());

/** What every scene is built from: Odoo's records, with an administrator's rights. */
export const recordsOf = (
	client: OdooClient = axiosClient(liveOdoo().admin),
	context: OdooContext = {},
) => {
	const call = async (model: string, method: string, { context: more, ...rest }: OdooCall = {}) =>
		await client.call(model, method, { ...rest, context: { ...context, ...more } });
	const create = async (model: string, list: readonly OdooValues[], more: OdooContext = {}) =>
		ids.parse(await call(model, 'create', { args: { vals_list: list }, context: more }));
	return {
		client,
		call,
		create,
		one: async (model: string, values: OdooValues) => (await create(model, [values]))[0] ?? 0,
		write: async (model: string, recordIds: readonly number[], values: OdooValues) =>
			await call(model, 'write', { ids: recordIds, args: { vals: values } }),
		/** Archived ones too, the oldest first. */
		find: async (model: string, domain: Json, fields: readonly string[] = []): Promise<Row[]> =>
			rows.parse(
				await call(model, 'search_read', {
					args: { domain, fields, order: 'id' },
					context: { active_test: false },
				}),
			),
	};
};

export type Records = ReturnType<typeof recordsOf>;

export const idsOf = (found: readonly Row[]): number[] => found.map(({ id }) => id);
