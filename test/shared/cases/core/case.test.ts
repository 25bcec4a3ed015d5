import fc from 'fast-check';

import {
	decideCase,
	deadlineOf,
	heldDeadline,
	summaryOf,
	type CasePolicy,
	type OrderFacts,
} from '../../../../nodes/shared/cases/core/case';
import {
	caseKey,
	episodeOf,
	parseCaseKey,
	type KnownCase,
} from '../../../../nodes/shared/cases/core/episode';
import {
	chooseOwner,
	type Candidate,
	type UserFacts,
} from '../../../../nodes/shared/cases/core/owner';
import { priorityOf } from '../../../../nodes/shared/cases/core/priority';
import { CASE_CODES } from '../../../../nodes/shared/cases/core/taxonomy';
import { SEVERITIES } from '../../../../nodes/shared/cases/core/taxonomy/caseType';
import { clockIn } from '../../../../nodes/shared/core/zonedTime';

const policy: CasePolicy = {
	calendar: {
		timeZone: 'Europe/Berlin',
		weekdays: [1, 2, 3, 4, 5],
		startsAt: 540,
		endsAt: 1020,
		holidays: [],
	},
	overrides: {},
	highValueFrom: 0,
};
const order: OrderFacts = {
	id: 7,
	reference: 'S00007',
	customer: 'Azure',
	companyId: 1,
	total: 500,
	currency: 'EUR',
	salespersonId: 2,
};
const diagnosis = {
	code: 'CREDIT_LIMIT',
	reasons: [{ code: 'limit_exceeded', text: 'Too much', figures: {} }],
} as const;

describe('a case', () => {
	it('has what the taxonomy says', () => {
		expect(decideCase(diagnosis, order, policy)).toMatchObject({
			code: 'CREDIT_LIMIT',
			stage: 'credit',
			kind: 'business',
			category: 'blocked',
			severity: 'high',
			priority: 'P2',
			role: 'finance',
			slaHours: 4,
		});
	});

	it('has what the house decided differently, and only for that code', () => {
		const house = {
			...policy,
			overrides: { CREDIT_LIMIT: { owner: 'sales', severity: 'critical', slaHours: 1 } },
		} as const;
		expect(decideCase(diagnosis, order, house)).toMatchObject({
			role: 'sales',
			severity: 'critical',
			priority: 'P1',
			slaHours: 1,
			stage: 'credit',
		});
		expect(decideCase({ ...diagnosis, code: 'CREDIT_OVERDUE' }, order, house)).toEqual(
			decideCase({ ...diagnosis, code: 'CREDIT_OVERDUE' }, order, policy),
		);
	});

	it('is summed up in one line', () => {
		expect(summaryOf(decideCase(diagnosis, order, policy), order)).toBe(
			'P2 S00007: credit limit exceeded (Azure)',
		);
		expect(summaryOf(decideCase(diagnosis, null, policy), null)).toBe('P2 credit limit exceeded');
	});

	it('keeps its deadline while its date stands, and takes the new day when people moved it', () => {
		const decision = decideCase(diagnosis, order, policy);
		const opened = Date.parse('2026-11-23T09:12:34Z');
		const iso = (at: number) => clockIn('Europe/Berlin').toIso(at);
		expect(iso(deadlineOf(decision, policy, opened))).toBe('2026-11-23T14:12:34+01:00');
		expect(iso(heldDeadline({ decision, policy, openedAt: opened, dueDate: '2026-11-23' }))).toBe(
			'2026-11-23T14:12:34+01:00',
		);
		expect(iso(heldDeadline({ decision, policy, openedAt: opened, dueDate: '2026-11-25' }))).toBe(
			'2026-11-25T17:00:00+01:00',
		);
	});
});

describe('the priority', () => {
	it.each([
		['critical', 0, 0, 'P1'],
		['high', 0, 0, 'P2'],
		['medium', 0, 0, 'P3'],
		['low', 0, 0, 'P4'],
		['high', 999.99, 1000, 'P2'],
		['high', 1000, 1000, 'P1'],
		['low', 1000.01, 1000, 'P3'],
		['critical', 5000, 1000, 'P1'],
		['low', 5000, 0, 'P4'],
	] as const)(
		'of a %s case worth %d, with orders from %d up as high value, is %s',
		(severity, total, threshold, priority) => {
			expect(priorityOf(severity, total, threshold)).toBe(priority);
		},
	);

	it('never falls with the value', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...SEVERITIES),
				fc.nat(),
				fc.nat(),
				fc.nat(),
				(severity, total, more, threshold) => {
					expect(
						priorityOf(severity, total + more, threshold) <= priorityOf(severity, total, threshold),
					).toBe(true);
				},
			),
		);
	});
});

describe('the owner', () => {
	const person = (id: number, more: Partial<UserFacts> = {}): UserFacts => ({
		id,
		name: `U${id}`,
		active: true,
		share: false,
		companyIds: [1],
		...more,
	});
	const candidate = (
		called: string,
		user: UserFacts | null,
		chosen: string | null = 'user x',
	): Candidate => ({ called, chosen, user });
	const deputy = candidate('the default owner', person(9));

	it('is the first who can work on the order', () => {
		expect(chooseOwner('finance', [candidate('the Finance owner', person(5)), deputy], 1)).toEqual({
			user: person(5),
			fallback: null,
		});
	});

	it.each([
		{
			when: 'nobody was chosen',
			first: candidate('the Finance owner', null, null),
			why: 'the Finance owner is not set',
		},
		{
			when: 'there is no such user',
			first: candidate('the Finance owner', null, 'anna'),
			why: 'the Finance owner (anna) does not exist in Odoo',
		},
		{
			when: 'the user left',
			first: candidate('the Finance owner', person(5, { active: false })),
			why: 'the Finance owner, U5, is archived',
		},
		{
			when: 'it is a portal user',
			first: candidate('the Finance owner', person(5, { share: true })),
			why: 'the Finance owner, U5, is a portal user',
		},
		{
			when: 'the user works for another company',
			first: candidate('the Finance owner', person(5, { companyIds: [2] })),
			why: "the Finance owner, U5, has no access to the order's company",
		},
	])('falls back and says so when $when', ({ first, why }) => {
		expect(chooseOwner('finance', [first, deputy], 1)).toEqual({
			user: person(9),
			fallback: `Finance: ${why}; the default owner, U9, owns the case`,
		});
	});

	it('says that nobody is left', () => {
		const gone = candidate('the default owner', person(9, { active: false }));
		expect(chooseOwner('sales', [gone], 1)).toEqual({
			user: null,
			fallback: 'Sales: the default owner, U9, is archived; nobody owns the case',
		});
	});
});

describe('the episode', () => {
	const known = (
		episode: number,
		open: boolean,
		code = 'CREDIT_LIMIT',
		orderId = 7,
	): KnownCase => ({ orderId, code, episode, open, activityId: 100 + episode });
	it.each([
		{ when: 'Odoo has none', cases: [], found: { kind: 'next', episode: 1 } },
		{
			when: 'one is open',
			cases: [known(1, true)],
			found: { kind: 'open', episode: 1, activityId: 101 },
		},
		{ when: 'it was done', cases: [known(1, false)], found: { kind: 'next', episode: 2 } },
		{
			when: 'it came back',
			cases: [known(2, true), known(1, false)],
			found: { kind: 'open', episode: 2, activityId: 102 },
		},
		{
			when: 'only the second is kept',
			cases: [known(2, false)],
			found: { kind: 'next', episode: 3 },
		},
		{
			when: 'another case is open',
			cases: [known(4, true, 'CREDIT_OVERDUE')],
			found: { kind: 'next', episode: 1 },
		},
		{
			when: 'it is open on another order',
			cases: [known(4, true, 'CREDIT_LIMIT', 8)],
			found: { kind: 'next', episode: 1 },
		},
	])('is $found.kind $found.episode when $when', ({ cases, found }) =>
		expect(episodeOf(cases, 7, 'CREDIT_LIMIT')).toEqual(found),
	);

	it('reads the keys it writes, and no others', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1 }),
				fc.constantFrom(...CASE_CODES),
				fc.integer({ min: 1 }),
				(orderId, code, episode) => {
					expect(parseCaseKey(caseKey(orderId, code, episode))).toEqual({ orderId, code, episode });
				},
			),
		);
		for (const other of [
			'exception_7_CREDIT_LIMIT',
			'exceptionx_7_A_1',
			'note_7_A_1',
			'',
			'exception_a_B_1',
		])
			expect(parseCaseKey(other)).toBeNull();
	});
});
