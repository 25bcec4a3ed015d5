import { z } from 'zod';

import { OdooCreditCheck } from '../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { creditScene } from '../../OdooCreditCheck/creditScene';
import { uniqueName } from '../../support/scene/names';
import { claimed, notesOn, tagsOn } from './claims';
import type { Scene } from './scene';

const LIMIT = 1_000;

const effects = z.object({
	credit: z.object({
		decision: z.string(),
		effects: z.object({
			note: z.string(),
			tag: z.string(),
			confirmed: z.boolean(),
			reservationsReleased: z.boolean(),
		}),
	}),
});
const TAGS: { readonly [decision: string]: string } = {
	needsApproval: 'Credit Approval Needed',
	onHold: 'Credit Hold',
};

/** One order that is approved and confirmed, one to approve, one held by its limit, one held that gives stock back. */
export const creditFaults: Scene = {
	name: 'Credit Check',
	type: new OdooCreditCheck(),
	parameters: {
		writeNote: true,
		setTags: true,
		confirmQuotations: true,
		releaseReservations: true,
		rules: {
			rule: [
				{ code: 'limit_exceeded', reaction: 'hold', threshold: 0 },
				{ code: 'overdue_days', reaction: 'approve', threshold: 5 },
			],
		},
	},
	async build() {
		const scene = creditScene();
		const limited = { use_partner_credit_limit: true, credit_limit: LIMIT };
		const item = await scene.product();
		await scene.stock(item, 50);
		const term = await scene.one('account.payment.term', {
			name: uniqueName('15 days'),
			line_ids: [
				[0, 0, { value: 'percent', value_amount: 100, delay_type: 'days_after', nb_days: 15 }],
			],
		});
		const good = await scene.customer({ ...limited, property_payment_term_id: term });
		const late = await scene.customer(limited);
		const poor = await scene.customer(limited);
		await scene.invoice(late, { amount: 100, dueInDays: -10 });
		const passes = await scene.order(good, { item, price: 100, more: { payment_term_id: term } });
		const asks = await scene.order(late, { item, price: 100 });
		const holds = await scene.order(poor, { item, price: LIMIT, quantity: 2 });
		const reserved = await scene.order(poor, {
			item,
			price: LIMIT,
			quantity: 3,
			confirm: true,
		});
		const pickings = await scene.find('stock.picking', [['sale_id', '=', reserved]], []);
		await scene.call('stock.picking', 'action_assign', { ids: pickings.map(({ id }) => id) });
		return { items: [passes, asks, holds, reserved].map((id) => ({ order: { id } })) };
	},
	falseClaims: (run, held) =>
		claimed(run, effects).flatMap(({ orderId, claim }) => {
			const { decision, effects: done } = claim.credit;
			const tags = tagsOn(held, orderId);
			const wanted = TAGS[decision];
			const lines = held.all('stock.move').filter(({ picking_id: picking }) => {
				const row = held.row('stock.picking', Array.isArray(picking) ? Number(picking[0]) : 0);
				return Array.isArray(row?.sale_id) && row.sale_id[0] === orderId;
			});
			const isTrue = {
				note: done.note === 'off' || notesOn(held, orderId, 'credit').length > 0,
				tag: done.tag === 'off' || wanted === undefined || tags.includes(wanted),
				confirmed: !done.confirmed || held.row('sale.order', orderId)?.state === 'sale',
				reservationsReleased:
					!done.reservationsReleased || lines.every(({ quantity }) => quantity === 0),
			};
			return Object.entries(isTrue)
				.filter(([, holds]) => !holds)
				.map(([effect]) => `order ${orderId} claims ${effect}`);
		}),
};
