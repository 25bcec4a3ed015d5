import type { ApprovalRow } from '../../../nodes/OdooCreditCheck/core/approval';
import type { OrderFacts } from '../../../nodes/OdooCreditCheck/core/order';
import { decideOne, order } from './builders';

const ANN = { id: 21, name: 'Ann' };
const BOB = { id: 22, name: 'Bob' };
const row = (level: string, facts: Partial<ApprovalRow> = {}): ApprovalRow => ({
	level,
	upToOverLimit: null,
	upToTotal: null,
	segments: [],
	reasons: [],
	approvers: [],
	...facts,
});

const route = (matrix: readonly ApprovalRow[], facts: Partial<OrderFacts> = {}) =>
	decideOne({
		orders: [order({ total: 1_500, ...facts })],
		rules: { matrix },
	}).approval;

const ladder = [
	row('manager', { upToOverLimit: 500, upToTotal: 5_000 }),
	row('director', { upToOverLimit: 2_000 }),
	row('board'),
];

describe('the approval matrix', () => {
	it.each([
		{ when: 'the excess is at the bound', total: 1_500, level: 'manager' },
		{ when: 'the excess is a cent above it', total: 1_500.01, level: 'director' },
		{ when: 'the excess is at the next bound', total: 3_000, level: 'director' },
		{ when: 'it is above every bound', total: 3_000.01, level: 'board' },
	])('when $when: $level', ({ total, level }) => {
		expect(route(ladder, { total })?.level).toBe(level);
	});

	it('bounds the total of the order as well', () => {
		const matrix = [row('manager', { upToTotal: 1_499.99 }), row('director')];
		expect(route(matrix)?.level).toBe('director');
	});

	it('goes by the reasons of the order', () => {
		const matrix = [row('clerk', { reasons: ['terms_changed'] }), row('manager')];
		const terms = { paymentTerm: { id: 9, name: '60 Days' }, term: { id: 9, days: 60 } };
		expect(route(matrix, { ...terms, total: 10 })?.level).toBe('clerk');
		expect(route(matrix, terms)?.level).toBe('manager');
	});

	it('goes by the override that applies', () => {
		const matrix = [row('key account manager', { segments: ['Key'] }), row('manager')];
		const segment = { name: 'Key', by: 'customer', change: {} } as const;
		const level = (values: readonly string[]) =>
			decideOne({
				orders: [order({ total: 1_500 })],
				rules: { matrix, segments: [{ ...segment, values }] },
			}).approval?.level;
		expect([level(['7']), level(['8'])]).toEqual(['key account manager', 'manager']);
	});

	it('is a manager when nobody wrote one, and nothing for other decisions', () => {
		expect(route([])).toMatchObject({ level: 'manager', approvers: [] });
		expect(route(ladder, { total: 10 })).toBeNull();
	});
});

describe('segregation of duties', () => {
	const matrix = [
		row('manager', { approvers: [ANN, BOB] }),
		row('director', { approvers: [{ id: 23, name: 'Dee' }] }),
	];

	it('leaves out the salesperson and whoever entered the order', () => {
		expect(route(matrix, { salesperson: ANN })).toMatchObject({
			level: 'manager',
			approvers: [BOB],
			excluded: [{ approver: ANN, because: 'salesperson' }],
		});
		expect(route(matrix, { requester: BOB })).toMatchObject({
			approvers: [ANN],
			excluded: [{ approver: BOB, because: 'requester' }],
		});
	});

	it('goes a level up when nobody is left', () => {
		expect(route(matrix, { salesperson: ANN, requester: BOB })).toMatchObject({
			level: 'director',
			approvers: [{ name: 'Dee' }],
		});
	});

	it('says so when nobody is left at any level', () => {
		const alone = [row('manager', { approvers: [ANN] })];
		expect(route(alone, { salesperson: ANN })).toMatchObject({
			level: 'manager',
			approvers: [],
			excluded: [{ approver: ANN }],
		});
	});
});
