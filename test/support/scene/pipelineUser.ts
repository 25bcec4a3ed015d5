import { z } from 'zod';

import type { OdooAddress } from '../axiosExchange';
import { liveOdoo } from '../liveOdoo';
import type { Records } from './records';

const RIGHTS = [
	'sales_team.group_sale_salesman_all_leads',
	'account.group_account_invoice',
	'stock.group_stock_user',
];

export interface PipelineUser {
	readonly user: OdooAddress;
	readonly credential: Record<string, string | number>;
}

/** A user with the pipeline's rights in these companies; the first is the user's own. */
export const makePipelineUser = async (
	admin: Records,
	companyIds: readonly number[],
): Promise<PipelineUser> => {
	const login = `pipeline-${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
	const userId = await admin.one('res.users', {
		name: login,
		login,
		email: `${login}@example.com`,
		company_id: companyIds[0] ?? 0,
		company_ids: [[6, 0, [...companyIds]]],
		group_ids: [
			[6, 0, await Promise.all(RIGHTS.map(async (xmlId) => await groupId(admin, xmlId)))],
		],
	});
	const { url, database } = liveOdoo().user;
	const apiKey = await keyOf(admin, userId);
	return {
		user: { url, database, apiKey },
		credential: { url, database, apiKey, apiVersion: 'auto', companyId: 0 },
	};
};

/** A user with nothing but a log-in: `base.group_user`, or `base.group_portal` for a customer's. */
export const makeOutsider = async (admin: Records, group: string): Promise<OdooAddress> => {
	const login = `outsider-${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
	const userId = await admin.one('res.users', {
		name: login,
		login,
		email: `${login}@example.com`,
		group_ids: [[6, 0, [await groupId(admin, group)]]],
	});
	const { url, database } = liveOdoo().user;
	return { url, database, apiKey: await keyOf(admin, userId) };
};

const groupId = async (admin: Records, xmlId: string): Promise<number> => {
	const [module = '', name = ''] = xmlId.split('.');
	const [found] = await admin.find(
		'ir.model.data',
		[
			['module', '=', module],
			['name', '=', name],
		],
		['res_id'],
	);
	return z.number().parse(found?.res_id);
};

/** Odoo gives a key only to a person who confirms the password; an administrator's server action may draw one. */
const keyOf = async (admin: Records, userId: number): Promise<string> => {
	const [model] = await admin.find('ir.model', [['model', '=', 'res.users']], ['id']);
	const code = `action = {'type': 'key', 'key': env['res.users.apikeys'].with_user(env['res.users'].browse(${userId})).sudo()._generate(None, 'test', datetime.datetime.now() + datetime.timedelta(days=1))}`;
	const action = await admin.one('ir.actions.server', {
		name: `Key ${userId}`,
		model_id: model?.id ?? 0,
		state: 'code',
		code,
	});
	return z
		.object({ key: z.string() })
		.parse(await admin.call('ir.actions.server', 'run', { ids: [action] })).key;
};
