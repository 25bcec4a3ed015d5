import { readConfirmed } from '../../../nodes/OdooOrderTrigger/odoo/readConfirmed';
import { fakeOdoo } from '../../support/fakeOdoo';
import { stillHost } from '../../support/hosts';
import { queryFor } from '../query';

const settings = {
	...queryFor([]),
	since: '2026-11-22 10:00:00',
	overlapSeconds: 150,
};
const confirmed = (orderedAt: string) => [
	{
		id: 7,
		name: 'S7',
		state: 'sale',
		date_order: orderedAt,
		create_date: '2026-11-01 00:00:00',
		write_date: orderedAt,
	},
];

/** What the record shows at the first, second and third look. */
const look = async (version: number, looks: readonly (readonly object[])[]) => {
	const left = [...looks];
	const odoo = fakeOdoo({ 'sale.order.search_read': () => left.shift() ?? [] }, version);
	const host = stillHost();
	const { events } = await readConfirmed(
		odoo.client({ host }),
		{ type: 'orderConfirmed', recordId: 7 },
		settings,
	);
	return { events, waited: host.slept, looks: odoo.named('sale.order.search_read').length };
};

describe('a hint', () => {
	const news = confirmed('2026-11-22 11:00:00');

	it.each<{
		when: string;
		version: number;
		looks: (readonly object[])[];
		told: number;
		waited: number[];
	}>([
		{ when: 'Odoo 19 shows the new state', version: 19, looks: [news], told: 1, waited: [] },
		{ when: 'Odoo 19 does not confirm it', version: 19, looks: [[], news], told: 0, waited: [] },
		{
			when: 'Odoo 17 has not committed yet',
			version: 17,
			looks: [[], [], news],
			told: 1,
			waited: [2_000, 5_000],
		},
		{
			when: 'Odoo 18 rolled back',
			version: 18,
			looks: [[], [], [], news],
			told: 0,
			waited: [2_000, 5_000],
		},
		{
			when: 'it happened before the activation',
			version: 19,
			looks: [confirmed('2026-11-22 09:00:00')],
			told: 0,
			waited: [],
		},
	])('reports $told when $when', async ({ version, looks, told, waited }) => {
		const seen = await look(version, looks);
		expect(seen.events).toHaveLength(told);
		expect(seen.waited).toEqual(waited);
	});
});
