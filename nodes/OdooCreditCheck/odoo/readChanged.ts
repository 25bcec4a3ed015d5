import { z } from 'zod';

import type { OrderFacts } from '../core/order';
import type { Plan } from '../core/plan';
import { searchGraph } from '../../shared/odoo/graph';
import { named, orNull } from '../../shared/odoo/graphFields';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { DECIDED_ON, decidedOn, PARTNER } from './readOrders';
import { STATES } from './toOrderFacts';
import type { TagNames } from './writeTags';

const GRAPH = {
	...DECIDED_ON,
	partner_invoice_id: { model: 'res.partner', fields: { commercial_partner_id: PARTNER } },
	tag_ids: { model: 'crm.tag', fields: { name: null } },
} as const;

const schema = decidedOn.extend({
	partner_invoice_id: orNull(z.object({ commercial_partner_id: named })),
	tag_ids: z.array(z.object({ name: z.string() })),
});

type Row = z.output<typeof schema>;

/**
 * Orders that are not any more what was decided about, or are gone; one call, none without plans. To be read right before
 * what rests on the decision, and once more after it.
 */
export const readChanged = async (
	client: OdooClient,
	plans: readonly Plan[],
	tags: TagNames,
): Promise<ReadonlySet<number>> => {
	if (plans.length === 0) return new Set();
	const ids = plans.map(({ decision }) => decision.order.id);
	const rows = await searchGraph(
		client,
		{ model: 'sale.order', fields: GRAPH, schema },
		{ domain: [['id', 'in', ids]] },
	);
	const now = new Map(rows.map((row) => [row.id, row]));
	return new Set(
		plans.flatMap((plan) => {
			const { order } = plan.decision;
			const row = now.get(order.id);
			return row && isSame(order, row) && hasTags(plan, row, tags) ? [] : [order.id];
		}),
	);
};

/** That somebody confirmed it meanwhile changes nothing of the decision. */
const isSame = (order: OrderFacts, row: Row): boolean =>
	STATES[row.state] !== undefined &&
	row.amount_total === order.total &&
	row.currency_id?.display_name === order.currency &&
	row.company_id?.id === order.companyId &&
	(row.payment_term_id?.id ?? 0) === order.term.id &&
	(row.pricelist_id?.id ?? null) === order.pricelistId &&
	(row.team_id?.id ?? null) === order.teamId &&
	row.user_id?.id === order.salesperson?.id &&
	row.partner_invoice_id?.commercial_partner_id?.id === order.debtorId;

const hasTags = ({ decision, removesTags }: Plan, { tag_ids: now }: Row, tags: TagNames): boolean =>
	now.every(
		({ name }) =>
			(name !== tags.hold || isLeft(decision.order, removesTags, 'hold')) &&
			(name !== tags.approval || isLeft(decision.order, removesTags, 'approval')),
	);

const isLeft = (
	{ tags }: OrderFacts,
	removed: Plan['removesTags'],
	kind: keyof TagNames,
): boolean => tags.includes(kind) && !removed.includes(kind);
