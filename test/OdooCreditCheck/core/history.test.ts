import type { OrderFacts, Release } from '../../../nodes/OdooCreditCheck/core/order';
import { identityOf } from '../../../nodes/OdooCreditCheck/core/identity';
import {
	fromReference,
	latestOf,
	toReference,
	type DecisionRecord,
} from '../../../nodes/OdooCreditCheck/core/record';
import { isRecorded } from '../../../nodes/OdooCreditCheck/core/validity';
import {
	account,
	codes,
	daysAgo,
	decideOne,
	earlier,
	givenFor,
	order,
	owed,
	release,
	TODAY,
} from './builders';

const validity = { days: 7, growth: 10 };
/** A customer who would be held. */
const overdue = [account({ items: [owed(500, 60)] })];
const recheck = (facts: Partial<OrderFacts>) =>
	decideOne({ accounts: overdue, orders: [order(facts)], rules: { validity } });

describe('an approval given earlier', () => {
	it.each([
		{ when: 'nothing changed', facts: { earlier: earlier() }, decision: 'approved' },
		{
			when: 'it is as old as it may be',
			facts: { earlier: earlier({ on: daysAgo(7) }) },
			decision: 'approved',
		},
		{
			when: 'it is a day older',
			facts: { earlier: earlier({ on: daysAgo(8) }) },
			decision: 'onHold',
		},
		{
			when: 'the order grew as far as it may',
			facts: { earlier: earlier(), total: 110 },
			decision: 'approved',
		},
		{
			when: 'the order grew a cent more',
			facts: { earlier: earlier(), total: 110.01 },
			decision: 'onHold',
		},
		{ when: 'the order shrank', facts: { earlier: earlier(), total: 1 }, decision: 'approved' },
		{
			when: 'it was a hold',
			facts: { earlier: earlier({ decision: 'onHold' }) },
			decision: 'onHold',
		},
		{
			when: 'a person put the order on hold since',
			facts: { earlier: earlier(), heldByHand: true },
			decision: 'onHold',
		},
		{
			when: 'another run came in between',
			facts: { earlier: earlier(), decidedAnew: true },
			decision: 'onHold',
		},
	] as const)('when $when: $decision', ({ facts, decision }) => {
		expect(recheck(facts).decision).toBe(decision);
	});

	it('keeps the reasons that speak against it', () => {
		expect(codes(recheck({ earlier: earlier() }))).toEqual(['approved_before', 'overdue_days']);
	});

	it('binds nothing when every check decides anew', () => {
		expect(
			decideOne({
				accounts: overdue,
				orders: [order({ earlier: earlier({ on: TODAY }) })],
				rules: { validity: { days: 0, growth: 10 } },
			}).decision,
		).toBe('onHold');
	});
});

describe('a released hold', () => {
	const held = earlier({ decision: 'onHold' });
	const fay = { id: 30, name: 'Fay Finance' };

	it('is respected and recorded with the name', () => {
		const decision = recheck({
			earlier: held,
			releases: [release(fay)],
		});
		expect(decision).toMatchObject({ decision: 'approved', releasedBy: { name: 'Fay Finance' } });
		expect(codes(decision)).toEqual(['released', 'overdue_days']);
	});

	it.each([
		{ who: 'the salesperson', by: { id: 11, name: 'Sam Sales' } },
		{ who: 'whoever entered the order', by: { id: 12, name: 'Rita Request' } },
	])('does not count by $who', ({ by }) => {
		const decision = recheck({ earlier: held, releases: [release(by)] });
		expect(decision).toMatchObject({ decision: 'onHold', releasedBy: null });
		expect(codes(decision)).toContain('release_not_allowed');
	});
});

describe('a release in the course of time', () => {
	const held = earlier({ decision: 'onHold' });
	const fay = release({ id: 30, name: 'Fay Finance' });
	const sam = release({ id: 11, name: 'Sam Sales' });

	it('counts for the decision that it names, and for no later one', () => {
		const decision = recheck({ earlier: held, releases: [{ ...fay, isOutdated: true }] });
		expect(decision).toMatchObject({ decision: 'onHold', releasedBy: null });
		expect(codes(decision)).toEqual(['overdue_days', 'release_outdated']);
	});

	it.each([[[sam, fay]], [[fay, sam]]])('counts when one of several does', (releases) => {
		expect(recheck({ earlier: held, releases })).toMatchObject({
			decision: 'approved',
			releasedBy: { name: 'Fay Finance' },
		});
	});

	it('does not take a hold of somebody else off', () => {
		const tagged = { tags: ['hold'], heldByHand: true } as const;
		const decision = recheck({ earlier: held, releases: [fay], ...tagged });
		expect(decision).toMatchObject({ decision: 'onHold', releasedBy: null });
		expect(codes(decision)).toEqual(['order_on_hold', 'overdue_days', 'approval_ended']);
	});
});

describe('in a company of one person', () => {
	const held = earlier({ decision: 'onHold' });
	const pipeline = release({ id: 2, name: 'Olga Owner' }, { isByPipeline: true });
	const decisionBy = (by: Release, mayReleaseOwn: boolean) =>
		decideOne({
			accounts: overdue,
			orders: [order({ earlier: held, releases: [by] })],
			rules: { validity, mayReleaseOwn },
		});

	it.each([
		{ who: "the pipeline's user", by: pipeline },
		{ who: 'the salesperson', by: release({ id: 11, name: 'Sam Sales' }) },
		{ who: 'whoever entered it', by: release({ id: 12, name: 'Rita Request' }) },
	])('$who releases the order, when that is set', ({ by }) => {
		expect(codes(decisionBy(by, false))).toEqual(['overdue_days', 'release_not_allowed']);
		expect(codes(decisionBy(by, true))).toEqual(['released', 'overdue_days']);
	});

	it('the approval matrix names its only person', () => {
		const ask = decideOne({
			orders: [order({ total: 1_500 })],
			rules: {
				mayReleaseOwn: true,
				matrix: [
					{
						level: 'manager',
						upToOverLimit: null,
						upToTotal: null,
						segments: [],
						reasons: [],
						approvers: [{ id: 11, name: 'Sam Sales' }],
					},
				],
			},
		});
		expect(ask.approval).toMatchObject({ approvers: [{ name: 'Sam Sales' }], excluded: [] });
	});
});

describe('a release, when the approval matrix names people', () => {
	const row = (level: string, id: number, upToOverLimit: number | null) => ({
		level,
		upToOverLimit,
		upToTotal: null,
		segments: [],
		reasons: [],
		approvers: [{ id, name: `Approver ${id}` }],
	});
	const matrix = [row('clerk', 40, 0), row('manager', 41, 1_000), row('director', 42, null)];
	const decisionBy = (by: { readonly id: number; readonly name: string }) =>
		decideOne({
			orders: [
				order({
					total: 1_500,
					earlier: earlier({ decision: 'needsApproval', given: givenFor({ total: 1_500 }) }),
					releases: [release(by)],
				}),
			],
			rules: { matrix },
		}).decision;

	it.each([
		{
			who: 'somebody who may approve it',
			by: { id: 41, name: 'Approver 41' },
			decision: 'approved',
		},
		{
			who: 'somebody of a higher level',
			by: { id: 42, name: 'Approver 42' },
			decision: 'approved',
		},
		{
			who: 'somebody of a lower level',
			by: { id: 40, name: 'Approver 40' },
			decision: 'needsApproval',
		},
		{ who: 'somebody else', by: { id: 99, name: 'Paula Passer-by' }, decision: 'needsApproval' },
	] as const)('by $who: $decision', ({ by, decision }) => {
		expect(decisionBy(by)).toBe(decision);
	});
});

describe('the record of a decision', () => {
	const record: DecisionRecord = {
		orderId: 42,
		sequence: 3,
		decision: 'onHold',
		byHand: true,
		holdIsTheirs: true,
		takesOff: [],
		on: '2026-11-22',
		digest: '00ff',
		given: givenFor({ total: -1_280.05 }),
	};

	it.each([
		{ facts: {} },
		{
			facts: {
				decision: 'approved',
				byHand: false,
				holdIsTheirs: false,
				given: givenFor({ total: 99_999_999.99 }),
			},
		},
		{
			facts: {
				decision: 'needsApproval',
				byHand: false,
				holdIsTheirs: false,
				given: givenFor({ total: 0 }),
			},
		},
		{
			facts: {
				given: givenFor({
					currency: 'EUR',
					term: { id: 3, days: null },
					isConfirmed: true,
					reasons: new Map([
						['limit_exceeded', { answer: 'ask', threshold: 12.5 }],
						['overdue_days', { answer: 'hold', threshold: -30 }],
					]),
				}),
			},
		},
		{
			facts: {
				holdIsTheirs: false,
				takesOff: ['hold', 'approval'],
				given: givenFor({
					currency: 'EUR',
					term: { id: 0, days: 0 },
					isConfirmed: false,
					reasons: new Map(),
				}),
			},
		},
		{ facts: { decision: 'onHold', byHand: false, holdIsTheirs: false } },
	] as const)('can be read back: $facts', ({ facts }) => {
		expect(fromReference(toReference({ ...record, ...facts }))).toEqual({ ...record, ...facts });
	});

	it.each(['', 'credit-1', 'allocation-1-2-a-20261122-5-ab-1-1', 'credit-1-1-x-20261122-5-ab-1-1'])(
		"is not '%s'",
		(reference) => {
			expect(fromReference(reference)).toBeNull();
		},
	);

	it('that counts is the last one', () => {
		const found = { ...record, messageId: 5, storedAt: '2026-11-22 08:00:00' };
		const records = [
			found,
			{ ...found, sequence: 5, decision: 'approved' as const, byHand: false },
			{ ...found, sequence: 4 },
		];
		expect(latestOf(records)).toMatchObject({ decision: 'approved', count: 5 });
		expect(latestOf([])).toBeNull();
	});
});

describe('the same decision', () => {
	const identity = (scene: Parameters<typeof decideOne>[0]) =>
		identityOf(decideOne(scene), 'policy');

	it('has the same identity, whatever else the customer owes', () => {
		expect(identity({ accounts: [account({ items: [owed(10)] })] })).toBe(identity({}));
	});

	it.each([
		{ when: 'the value changed', scene: { orders: [order({ total: 101 })] } },
		{ when: 'the limit changed', scene: { accounts: [account({ odooLimit: 2_000 })] } },
		{ when: 'a reason came', scene: { accounts: [account({ items: [owed(10, 60)] })] } },
	])('is another one when $when', ({ scene }) => {
		expect(identity(scene)).not.toBe(identity({}));
	});

	it('is another one under another policy', () => {
		expect(identityOf(decideOne(), 'one')).not.toBe(identityOf(decideOne(), 'two'));
	});

	it.each([
		{ when: 'it is recorded and holds', record: earlier({ on: daysAgo(7) }), expected: true },
		{ when: 'the approval ran out', record: earlier({ on: daysAgo(8) }), expected: false },
		{
			when: 'a hold is old',
			record: earlier({ decision: 'onHold', on: daysAgo(400) }),
			expected: true,
		},
		{ when: 'it is another decision', record: earlier({ digest: 'other' }), expected: false },
		{ when: 'none is recorded', record: null, expected: false },
	])('is written already when $when: $expected', ({ record, expected }) => {
		expect(
			isRecorded(record, { digests: ['abc'], facts: givenFor(), validity, today: TODAY }),
		).toBe(expected);
	});
});
