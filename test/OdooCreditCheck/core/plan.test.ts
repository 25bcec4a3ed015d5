import type { OrderFacts } from '../../../nodes/OdooCreditCheck/core/order';
import { planEffects } from '../../../nodes/OdooCreditCheck/core/plan';
import { creditSettings } from '../creditSettings';
import { daysAgo, decideOne, earlier, EUR_ONLY, givenFor, order, TODAY } from './builders';

const all = { note: true, tag: true, confirm: true, releaseReservations: true };

const planOf = (facts: Partial<OrderFacts>, effects = all) => {
	const settings = creditSettings({ effects });
	const decision = decideOne({ orders: [order(facts)], rules: settings.rules });
	const run = {
		orders: [],
		accounts: new Map(),
		rates: new Map([[1, EUR_ONLY]]),
		heldOrderIds: new Set<number>(),
		today: TODAY,
	};
	return planEffects(decision, { facts: run, asOf: `${TODAY}T10:00:00.000Z` }, settings);
};

const nothing = {
	writesNote: false,
	addsTag: null,
	removesTags: [],
	confirms: false,
	releasesReservations: false,
};

describe('what follows from a decision', () => {
	it.each([
		{
			when: 'a quotation is approved',
			facts: { tags: ['approval'] },
			follows: { ...nothing, writesNote: true, removesTags: ['approval'], confirms: true },
		},
		{
			when: 'an order needs approval that was on hold',
			facts: { total: 2_000, tags: ['hold'] },
			follows: { ...nothing, writesNote: true, addsTag: 'approval', removesTags: ['hold'] },
		},
		{
			when: 'a confirmed order is held by its tag',
			facts: { state: 'confirmed', tags: ['hold'], heldByHand: true },
			follows: { ...nothing, writesNote: true, releasesReservations: true },
		},
		{
			when: 'an order is cancelled',
			facts: { state: 'cancelled', tags: ['hold'] },
			follows: nothing,
		},
	] as const)('when $when', ({ facts, follows }) => {
		expect(planOf(facts)).toMatchObject(follows);
	});

	it('is nothing when every effect is off', () => {
		const off = { note: false, tag: false, confirm: false, releaseReservations: false };
		expect(planOf({ total: 2_000, tags: ['hold'] }, off)).toMatchObject(nothing);
	});

	it('is no second note of the same decision', () => {
		const { decision, digest } = planOf({ total: 2_000 });
		const recorded = earlier({
			decision: decision.decision,
			on: daysAgo(1),
			given: givenFor({ total: 2_000 }),
			digest,
		});
		expect(planOf({ total: 2_000, earlier: recorded, tags: ['approval'] })).toMatchObject(nothing);
	});
});
