import { writeRelocations } from '../../../nodes/OdooAllocateStock/odoo/writeRelocations';
import { OdooError } from '../../../nodes/shared/odoo/errors';
import { fakeOdoo } from '../../support/fakeOdoo';

const relocations = [1, 2].map((pickingId) => ({
	pickingId,
	to: { stockId: 8, deliveryTypeId: 3 },
}));
const at = (place: number) => [1, 2].map((id) => ({ id, location_id: [place, 'WH/Stock'] }));
const refuse = (kind: 'outcomeUnknown' | 'accessDenied') => () => {
	throw new OdooError({ kind, call: 'stock.picking.write', reason: 'No.' });
};

it.each([
	{ when: 'Odoo moved them', write: true, place: 8, why: [] },
	{ when: 'Odoo answered and moved nothing', write: true, place: 5, why: ['outcomeUnknown'] },
	{
		when: 'the answer was lost behind the work',
		write: refuse('outcomeUnknown'),
		place: 8,
		why: [],
	},
	{ when: 'Odoo refused', write: refuse('accessDenied'), place: 5, why: ['accessDenied'] },
])('says where the transfers leave from when $when', async ({ write, place, why }) => {
	const odoo = fakeOdoo({
		'stock.picking.write': write,
		'stock.picking.search_read': at(place),
	});
	const stuck = await writeRelocations(odoo.client(), relocations);
	expect([...new Set([...stuck.values()].map(({ kind }) => kind))]).toEqual(why);
	expect(stuck.size).toBe(why.length * 2);
});

it('asks nothing when nothing is to move', async () => {
	const odoo = fakeOdoo({});
	expect(await writeRelocations(odoo.client(), [])).toEqual(new Map());
	expect(odoo.calls).toEqual([]);
});
