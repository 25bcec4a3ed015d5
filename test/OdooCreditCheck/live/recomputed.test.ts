import { checkLive } from '../creditRun';
import { mixedCustomers } from '../creditMix';
import { creditScene } from '../creditScene';
import { sqlOn } from '../../support/scene/sql';
import { exposureFiguresOf, exposureRow, exposureSql } from '../creditSql';

jest.setTimeout(600_000);

const scene = creditScene();

describe('the exposure of 100 mixed customers', () => {
	it('is what SQL makes of the same tables, to the cent', async () => {
		const customers = await mixedCustomers(scene, 100);
		const item = await scene.product();
		const orders = await scene.create(
			'sale.order',
			customers.map((partner_id) => ({
				partner_id,
				order_line: [[0, 0, { product_id: item, product_uom_qty: 1, price_unit: 12.5 }]],
			})),
		);
		const { creditOf } = await checkLive(orders, { dryRun: true });
		const credits = orders.map(creditOf);
		const today = credits[0]?.rateDate ?? '';
		const sql = await sqlOn(scene);
		const recomputed = await sql(exposureRow, exposureSql({ accountIds: customers, today }));
		const ours = credits.map(exposureFiguresOf);
		expect(ours).toEqual(recomputed);
		// The mix is one: no figure is nothing for everybody.
		for (const figure of [
			'receivables',
			'current',
			'days1to30',
			'days31to60',
			'days61to90',
			'over90',
			'unapplied',
			'drafts',
			'delivered',
			'undelivered',
		] as const)
			expect({ figure, filled: ours.filter((one) => one[figure] !== 0).length > 3 }).toEqual({
				figure,
				filled: true,
			});
		expect(credits.filter(({ exposure }) => exposure.downPayments > 0).length).toBeGreaterThan(3);
	});
});
