import { withMoreModules } from '../../support/moreModules';
import { uniqueName } from '../../support/scene/names';
import { idsOf } from '../../support/scene/records';
import { checkLive } from '../creditRun';
import { creditScene } from '../creditScene';

withMoreModules();

describe('a drop shipment', () => {
	it('counts from its confirmation on, although nobody ordered it from the vendor yet', async () => {
		const scene = creditScene();
		const [route] = await scene.find('stock.route', [['name', 'ilike', 'dropship']]);
		const vendor = await scene.one('res.partner', { name: uniqueName('Vendor') });
		const dropped = await scene.product({
			route_ids: [[6, 0, [route?.id ?? 0]]],
			seller_ids: [[0, 0, { partner_id: vendor, price: 50 }]],
		});
		const customer = await scene.customer();
		const total = async () => {
			const next = await scene.order(customer, { price: 1, item: await scene.product() });
			return (await checkLive([next], { dryRun: true })).creditOf(next).exposure.total;
		};
		const order = await scene.order(customer, {
			price: 100,
			quantity: 10,
			item: dropped,
			confirm: true,
		});
		expect(await total()).toBe(1_001);
		const purchases = await scene.find('purchase.order', [
			['order_line.sale_line_id.order_id', '=', order],
		]);
		await scene.call('purchase.order', 'button_confirm', { ids: idsOf(purchases) });
		expect(await total()).toBe(1_001);
	});
});
