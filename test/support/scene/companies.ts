import type { OdooValues } from '../../../nodes/shared/odoo/OdooClient';
import { idsOf, type Records } from './records';
import { uniqueName } from './names';

export const makeCompany = async (odoo: Records, values: OdooValues = {}): Promise<number> =>
	await odoo.one('res.company', { name: uniqueName('Company'), ...values });

/** Gives a company its accounts and journals; the chart brings its country's currency along. */
export const openBooks = async (odoo: Records, company: number): Promise<unknown> =>
	await odoo.call('account.chart.template', 'try_loading', {
		args: { template_code: 'generic_coa', company },
		context: { allowed_company_ids: [company] },
	});

/** Users join or leave a company, by their logins. */
const move = async (
	odoo: Records,
	command: 3 | 4,
	{ company, logins }: { readonly company: number; readonly logins: readonly string[] },
): Promise<void> => {
	const users = await odoo.find('res.users', [['login', 'in', [...logins]]]);
	for (const id of idsOf(users))
		await odoo.write('res.users', [id], { company_ids: [[command, company]] });
};

export const joinCompany = async (
	odoo: Records,
	company: number,
	logins: readonly string[],
): Promise<void> => await move(odoo, 4, { company, logins });

export const leaveCompany = async (
	odoo: Records,
	company: number,
	logins: readonly string[],
): Promise<void> => await move(odoo, 3, { company, logins });

/** The limit that a company gives to those who have none of their own, and whether Odoo warns at all. */
export const setDefaultLimit = async (
	odoo: Records,
	limit: number,
	warns: boolean,
): Promise<void> => {
	const settings = await odoo.one('res.config.settings', {
		account_use_credit_limit: warns,
		account_default_credit_limit: limit,
	});
	await odoo.call('res.config.settings', 'execute', { ids: [settings] });
};
