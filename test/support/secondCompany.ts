import { z } from 'zod';

import type { OdooAddress } from './axiosExchange';
import { unique, type InvoicingScene } from '../OdooReleaseInvoice/invoicingScene';
import { liveOdoo } from './liveOdoo';

const ids = z.array(z.number());
const RIGHTS = [
	'sales_team.group_sale_salesman_all_leads',
	'account.group_account_invoice',
	'stock.group_stock_user',
];

export interface SecondCompany {
	readonly id: number;
	readonly currencyId: number;
	readonly currency: string;
	/** A user with the pipeline's rights in the first and in this company. */
	readonly user: OdooAddress;
	readonly credential: Record<string, string | number>;
}

/** A company of its own with books and a warehouse, in another currency than the first, and a user who works for both. */
export const makeSecondCompany = async (
	scene: InvoicingScene,
	firstCompany: number,
): Promise<SecondCompany> => {
	const [currency] = await scene.find('res.currency', [['name', '=', 'CHF']], ['name']);
	await scene.call('res.currency', 'write', [currency?.id ?? 0], { vals: { active: true } });
	const id = await scene.one('res.company', {
		name: unique('Second Company'),
		currency_id: currency?.id ?? 0,
	});
	await scene.client.call('account.chart.template', 'try_loading', {
		args: { template_code: 'generic_coa', company: id },
		context: { allowed_company_ids: [id] },
	});
	// The chart brings its country's currency along.
	await scene.call('res.company', 'write', [id], { vals: { currency_id: currency?.id ?? 0 } });
	const code = Math.random().toString(36).slice(2, 7).toUpperCase();
	await scene.client.call('stock.warehouse', 'create', {
		args: { vals_list: [{ name: unique('Warehouse'), code, company_id: id }] },
		context: { allowed_company_ids: [id] },
	});
	const groups = await Promise.all(RIGHTS.map(async (xmlId) => await groupId(scene, xmlId)));
	const login = unique('two').replace(/ /g, '-');
	const user = await scene.one('res.users', {
		name: login,
		login,
		email: `${login}@example.com`,
		company_id: firstCompany,
		company_ids: [[6, 0, [firstCompany, id]]],
		group_ids: [[6, 0, groups]],
	});
	const { url, database } = liveOdoo().user;
	const apiKey = await keyOf(scene, user);
	return {
		id,
		currencyId: currency?.id ?? 0,
		currency: 'CHF',
		user: { url, database, apiKey },
		credential: { url, database, apiKey, apiVersion: 'auto', companyId: 0 },
	};
};

const groupId = async (scene: InvoicingScene, xmlId: string): Promise<number> => {
	const [module = '', name = ''] = xmlId.split('.');
	const [found] = await scene.find(
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
const keyOf = async (scene: InvoicingScene, userId: number): Promise<string> => {
	const [model] = await scene.find('ir.model', [['model', '=', 'res.users']], ['id']);
	const code = `action = {'type': 'key', 'key': env['res.users.apikeys'].with_user(env['res.users'].browse(${userId})).sudo()._generate(None, 'test', datetime.datetime.now() + datetime.timedelta(days=1))}`;
	const [action = 0] = ids.parse(
		await scene.create('ir.actions.server', [
			{ name: unique('Key'), model_id: model?.id ?? 0, state: 'code', code },
		]),
	);
	return z.object({ key: z.string() }).parse(await scene.call('ir.actions.server', 'run', [action]))
		.key;
};
