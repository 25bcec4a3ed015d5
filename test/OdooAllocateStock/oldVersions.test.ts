import { allocateOrders } from '../../nodes/OdooAllocateStock/run';
import { DEFAULT_SETTINGS } from './defaultSettings';
import { fakeOdoo } from '../support/fakeOdoo';

describe('an Odoo that cannot keep a chosen quantity', () => {
	it('is refused before anything is read or written', async () => {
		const odoo = fakeOdoo({}, 16);
		const client = odoo.client();
		const openSetup = async () => client;
		const request = { client, openSetup, orderIds: [1], settings: DEFAULT_SETTINGS };
		await expect(allocateOrders(request)).rejects.toMatchObject({
			kind: 'validation',
			advice: expect.stringContaining('Odoo 17 or later'),
		});
		expect(odoo.calls.map(({ name }) => name).filter((name) => !name.startsWith('res.'))).toEqual(
			[],
		);
	});
});
