import { OdooCreditCheck } from '../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { creditScene } from '../../OdooCreditCheck/creditScene';
import type { Scene } from './scene';

const LIMIT = 1_000;

/** One order that is approved and confirmed, one to approve, one held by its limit, one held that gives stock back. */
export const creditFaults: Scene = {
	name: 'Credit Check',
	type: new OdooCreditCheck(),
	parameters: {
		writeNote: true,
		setTags: true,
		confirmQuotations: true,
		releaseReservations: true,
	},
	async build() {
		const scene = creditScene();
		const limited = { use_partner_credit_limit: true, credit_limit: LIMIT };
		const item = await scene.product();
		await scene.stock(item, 50);
		const good = await scene.customer(limited);
		const late = await scene.customer(limited);
		const poor = await scene.customer(limited);
		await scene.invoice(late, { amount: 100, dueInDays: -10 });
		const passes = await scene.order(good, { item, price: 100 });
		const asks = await scene.order(late, { item, price: 100 });
		const holds = await scene.order(poor, { item, price: LIMIT, quantity: 2 });
		const reserved = await scene.order(poor, {
			item,
			price: LIMIT,
			quantity: 3,
			confirm: true,
		});
		const pickings = await scene.find('stock.picking', [['sale_id', '=', reserved]], []);
		await scene.call(
			'stock.picking',
			'action_assign',
			pickings.map(({ id }) => id),
		);
		return { items: [passes, asks, holds, reserved].map((id) => ({ order: { id } })) };
	},
};
