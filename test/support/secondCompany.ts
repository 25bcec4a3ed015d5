import type { OdooAddress } from './axiosExchange';
import { unique, type InvoicingScene } from '../OdooReleaseInvoice/invoicingScene';
import { makePipelineUser } from './pipelineUser';

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
	const { user, credential } = await makePipelineUser(scene, [firstCompany, id]);
	return {
		id,
		currencyId: currency?.id ?? 0,
		currency: 'CHF',
		user,
		credential,
	};
};
