import { creditScene, type CreditScene } from '../../OdooCreditCheck/creditScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { makeCompany, openBooks, setDefaultLimit } from '../../support/scene/companies';
import { makePipelineUser, type PipelineUser } from '../../support/scene/pipelineUser';

/** Companies that differ in what they say of limits. */
const COMPANIES = {
	/** 1,000 for who has no limit; Odoo warns. */
	byDefault: { limit: 1_000, warns: true },
	/** Nobody has a limit but who is given one; Odoo warns. */
	withoutDefault: { limit: 0, warns: true },
	/** As the first, with Odoo's credit limits switched off again. */
	switchedOff: { limit: 1_000, warns: false },
} as const;
/** `branch` belongs to `byDefault`, and has no default of its own. */
export type CompanyName = keyof typeof COMPANIES | 'branch';

export interface LimitWorld extends PipelineUser {
	readonly companyIds: { readonly [Name in CompanyName]: number };
	/** The administrator at work in one company. */
	readonly in: { readonly [Name in CompanyName]: CreditScene };
	/** A service that is invoiced as ordered. */
	readonly service: number;
}

/** Four companies with books, and a user with the pipeline's rights in all of them. */
export const makeLimitWorld = async (): Promise<LimitWorld> => {
	const client = axiosClient(liveOdoo().admin);
	const admin = creditScene(client);
	const byDefault = await makeCompany(admin);
	const companyIds = {
		byDefault,
		withoutDefault: await makeCompany(admin),
		switchedOff: await makeCompany(admin),
		branch: await makeCompany(admin, { parent_id: byDefault }),
	};
	const workIn = (name: CompanyName) =>
		creditScene(client, {
			allowed_company_ids:
				name === 'branch' ? [companyIds.branch, companyIds.byDefault] : [companyIds[name]],
		});
	const scenes = {
		byDefault: workIn('byDefault'),
		withoutDefault: workIn('withoutDefault'),
		switchedOff: workIn('switchedOff'),
		branch: workIn('branch'),
	};
	for (const name of ['byDefault', 'withoutDefault', 'switchedOff'] as const) {
		await openBooks(scenes[name], companyIds[name]);
		await setDefaultLimit(scenes[name], COMPANIES[name].limit, COMPANIES[name].warns);
	}
	await scenes.branch.write('res.company', [companyIds.branch], { account_use_credit_limit: true });
	const service = await admin.product({
		type: 'service',
		invoice_policy: 'order',
		is_storable: false,
	});
	const user = await makePipelineUser(admin, Object.values(companyIds));
	return { ...user, companyIds, in: scenes, service };
};

/** What a customer has gone through before it orders. */
export interface Customer {
	readonly buyer: number;
	/** Who is invoiced, where that is not the buyer. */
	readonly invoiceTo?: number;
	/** After the order: it goes through all the same. */
	readonly archivesLater?: boolean;
}

export interface OrdersOfCustomer {
	/** Confirmed and not invoiced, of 100. */
	readonly order: number;
	/** The same as a quotation: Odoo warns on nothing else. */
	readonly quotation: number;
}

/** The debtor owes 5,000, more than any limit here, and orders for 100. */
export const orderBeyondLimit = async (
	world: LimitWorld,
	company: CompanyName,
	{ buyer, invoiceTo = buyer, archivesLater = false }: Customer,
): Promise<OrdersOfCustomer> => {
	const there = world.in[company];
	await there.invoice(invoiceTo, { amount: 5_000 });
	const make = async (confirm: boolean) =>
		await there.order(buyer, {
			price: 100,
			item: world.service,
			confirm,
			more: { company_id: world.companyIds[company], partner_invoice_id: invoiceTo },
		});
	const orders = { order: await make(true), quotation: await make(false) };
	if (archivesLater) await there.write('res.partner', [buyer], { active: false });
	return orders;
};
