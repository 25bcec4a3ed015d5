import { z } from 'zod';

import { chunksOf, SEARCH_SIZE } from '../../shared/odoo/batches';
import { searchGraph } from '../../shared/odoo/graph';
import { named } from '../../shared/odoo/graphFields';
import type { OdooClient } from '../../shared/odoo/OdooClient';

const NAME = { display_name: null } as const;
export const PARTNER = { model: 'res.partner', fields: NAME } as const;

/** What a decision rests on, as the order itself says it. */
export const DECIDED_ON = {
	state: null,
	amount_total: null,
	company_id: { model: 'res.company', fields: NAME },
	currency_id: { model: 'res.currency', fields: NAME },
	payment_term_id: { model: 'account.payment.term', fields: NAME },
	pricelist_id: { model: 'product.pricelist', fields: NAME },
	team_id: { model: 'crm.team', fields: NAME },
	user_id: { model: 'res.users', fields: NAME },
} as const;

export const decidedOn = z.object({
	id: z.number(),
	state: z.string(),
	amount_total: z.number(),
	company_id: named,
	currency_id: named,
	payment_term_id: named,
	pricelist_id: named,
	team_id: named,
	user_id: named,
});

const GRAPH = {
	...DECIDED_ON,
	name: null,
	partner_id: PARTNER,
	partner_invoice_id: PARTNER,
	create_uid: { model: 'res.users', fields: NAME },
	write_date: null,
	tag_ids: { model: 'crm.tag', fields: { name: null } },
} as const;

const orderRow = decidedOn.extend({
	name: z.string(),
	partner_id: named,
	partner_invoice_id: named,
	create_uid: named,
	write_date: z.string(),
	tag_ids: z.array(z.object({ id: z.number(), name: z.string() })),
});

const ORDER = { model: 'sale.order', fields: GRAPH, schema: orderRow };

export type OrderRow = z.output<typeof orderRow>;

/** The orders to decide, in the order they were asked for; one that cannot be seen is missing. */
export const readOrderRows = async (
	client: OdooClient,
	ids: readonly number[],
): Promise<OrderRow[]> => {
	const found = await client.parallel(
		chunksOf(ids, SEARCH_SIZE),
		async (chunk) => await searchGraph(client, ORDER, { domain: [['id', 'in', chunk]] }),
	);
	const byId = new Map(found.flat().map((row) => [row.id, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
};
