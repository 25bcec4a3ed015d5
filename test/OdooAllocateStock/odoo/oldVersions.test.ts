import { allocateOrders } from '../../../nodes/OdooAllocateStock/odoo/allocateOrders';
import { DEFAULT_SETTINGS } from '../defaultSettings';
import { fakeOdoo } from '../../support/fakeOdoo';

describe('an Odoo that cannot keep a chosen quantity', () => {
	it('is refused before anything is read or written', async () => {
		const odoo = fakeOdoo({}, 16);
		await expect(allocateOrders(odoo.client(), [1], DEFAULT_SETTINGS)).rejects.toMatchObject({
			kind: 'validation',
			advice: expect.stringContaining('Odoo 17 or later'),
		});
		expect(odoo.calls.map(({ name }) => name).filter((name) => !name.startsWith('res.'))).toEqual(
			[],
		);
	});
});
