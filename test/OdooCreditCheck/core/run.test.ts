import { roundTo } from '../../../nodes/shared/core/exact';
import type { CreditDecision } from '../../../nodes/OdooCreditCheck/core/decide';
import {
	account,
	codes,
	decide,
	decideOne,
	draft,
	earlier,
	givenFor,
	open,
	order,
	owed,
} from './builders';

const total = ({ exposure }: CreditDecision) => roundTo(exposure.total, 2);
const outcomes = (decisions: readonly CreditDecision[]) =>
	decisions.map(({ decision }) => decision);

describe('the exposure an order sees', () => {
	it('is the sum of receivables, drafts, uninvoiced orders and the order itself', () => {
		const { exposure } = decideOne({
			accounts: [
				account({
					items: [owed(10, 5), owed(20), draft(40)],
					orders: [open({ delivered: 60, undelivered: 40 })],
				}),
			],
		});
		expect(
			Object.fromEntries(
				Object.entries(exposure).flatMap(([name, value]) =>
					value && 'numerator' in value ? [[name, roundTo(value, 2)]] : [],
				),
			),
		).toMatchObject({
			draftInvoices: 40,
			deliveredNotInvoiced: 60,
			undelivered: 40,
			approvedQuotations: 0,
			approvedInRun: 0,
			thisOrder: 100,
			total: 270,
		});
	});

	it('has a confirmed order in it once', () => {
		const own = open({ orderId: 1, delivered: 60, undelivered: 40 });
		const decision = decideOne({
			accounts: [account({ orders: [own] })],
			orders: [order({ state: 'confirmed' })],
		});
		expect(roundTo(decision.exposure.thisOrder, 2)).toBe(40);
		expect(roundTo(decision.exposure.deliveredNotInvoiced, 2)).toBe(60);
		expect(total(decision)).toBe(100);
	});

	it('has of a quotation that was an order once only what is not invoiced yet', () => {
		const setBack = [open({ orderId: 1, confirmed: false, billed: 90 })];
		const decision = decideOne({
			accounts: [account({ items: [owed(90)], setBack })],
			orders: [order({ state: 'quotation', total: 100 })],
		});
		expect(roundTo(decision.exposure.thisOrder, 2)).toBe(10);
		expect(total(decision)).toBe(100);
	});

	it('leaves out what is held, but for what was delivered of it', () => {
		const held = open({ delivered: 60, undelivered: 40 });
		expect(total(decideOne({ accounts: [account({ orders: [held] })], held: [90] }))).toBe(160);
	});

	it('counts an approved quotation until it is confirmed', () => {
		expect(
			total(decideOne({ accounts: [account({ orders: [open({ confirmed: false })] })] })),
		).toBe(200);
	});

	it('takes down payments off their order, and never below nothing', () => {
		const paid = (amount: number) =>
			decideOne({
				accounts: [account({ orders: [open({ downPayments: amount })] })],
			});
		expect(total(paid(30))).toBe(170);
		expect(total(paid(500))).toBe(100);
	});

	it.each([
		{ when: 'more is credited than delivered', delivered: -30, undelivered: 20, counts: 0 },
		{ when: 'a discount is still to come', delivered: 100, undelivered: -30, counts: 70 },
		{ when: 'a discount came first', delivered: -30, undelivered: 100, counts: 70 },
	])(
		'takes credits off their own order and no other: $when',
		({ delivered, undelivered, counts }) => {
			const orders = [open({ delivered, undelivered }), open({ orderId: 91, undelivered: 50 })];
			expect(total(decideOne({ accounts: [account({ orders })] }))).toBe(100 + 50 + counts);
		},
	);

	it('is not lowered by a quotation below nothing, nor by a draft credit note', () => {
		const decisions = decide({
			accounts: [account({ items: [draft(-500), draft(40)] })],
			orders: [order({ id: 1, total: -5_000 }), order({ id: 2, total: 100 })],
		});
		expect(decisions.map(total)).toEqual([40, 140]);
	});

	it('is one for all branches of a company', () => {
		const branch = account({
			key: '7-2',
			debtorKey: '7-1',
			company: { id: 2, name: 'Branch' },
			items: [owed(500)],
		});
		const decisions = decide({
			accounts: [account({ items: [owed(500)] }), branch],
			orders: [order({ id: 1, total: 300 }), order({ id: 2, total: 300, accountKey: '7-2' })],
		});
		expect(decisions.map(total)).toEqual([800, 1_100]);
		expect(decisions.map(({ decision }) => decision)).toEqual(['approved', 'needsApproval']);
	});

	it('is nothing for a cancelled order, which is held', () => {
		const decision = decideOne({ orders: [order({ state: 'cancelled' })] });
		expect({ codes: codes(decision), total: total(decision), decision: decision.decision }).toEqual(
			{ codes: ['order_cancelled'], total: 0, decision: 'onHold' },
		);
	});
});

describe('orders of one customer in one run', () => {
	const three = [
		order({ id: 1, total: 400 }),
		order({ id: 2, total: 500 }),
		order({ id: 3, total: 200 }),
	];

	it('see what was approved before them', () => {
		const decisions = decide({ orders: three });
		expect(outcomes(decisions)).toEqual(['approved', 'approved', 'needsApproval']);
		expect(decisions.map(total)).toEqual([400, 900, 1_100]);
		expect(decisions.map(({ exposure }) => roundTo(exposure.approvedInRun, 2))).toEqual([
			0, 400, 900,
		]);
	});

	it('do not see what was not approved', () => {
		const decisions = decide({
			orders: [order({ id: 1, total: 1_400 }), order({ id: 2, total: 500 })],
		});
		expect(outcomes(decisions)).toEqual(['needsApproval', 'approved']);
	});

	it('see an approval that is still valid, wherever its order stands in the run', () => {
		const approved = earlier({ on: '2026-11-20', given: givenFor({ total: 700 }) });
		const orders = [order({ id: 1, total: 400 }), order({ id: 2, total: 700, earlier: approved })];
		const validity = { days: 7, growth: 10 };
		expect(outcomes(decide({ orders, rules: { validity } }))).toEqual([
			'needsApproval',
			'approved',
		]);
		expect(decide({ orders, rules: { validity } }).map(total)).toEqual([1_100, 700]);
		expect(outcomes(decide({ orders, rules: { validity: { days: 1, growth: 10 } } }))).toEqual([
			'approved',
			'needsApproval',
		]);
	});

	it('are decided in sequence when they are confirmed already', () => {
		const confirmed = three.map(({ id, total: value }) =>
			open({ orderId: id, undelivered: value }),
		);
		const decisions = decide({
			accounts: [account({ orders: confirmed })],
			orders: three.map((one) => ({ ...one, state: 'confirmed' as const })),
		});
		expect(outcomes(decisions)).toEqual(['approved', 'approved', 'needsApproval']);
	});

	it('leave another customer alone', () => {
		const other = account({ key: '8-1', account: { id: 8, name: 'Deco Addict' } });
		const decisions = decide({
			accounts: [account(), other],
			orders: [order({ id: 1, total: 900 }), order({ id: 2, total: 900, accountKey: '8-1' })],
		});
		expect(outcomes(decisions)).toEqual(['approved', 'approved']);
	});

	it('share the limit of their group', () => {
		const group = { key: 'group-5-1', limit: 1_500 };
		const accounts = [
			account({ group }),
			account({ key: '8-1', account: { id: 8, name: 'Daughter' }, group, items: [owed(200)] }),
		];
		const decisions = decide({
			accounts,
			orders: [order({ id: 1, total: 900 }), order({ id: 2, total: 500, accountKey: '8-1' })],
		});
		expect(decisions.map(codes)).toEqual([[], ['group_limit_exceeded']]);
		expect(decisions.map(({ exposure }) => exposure.group && roundTo(exposure.group, 2))).toEqual([
			1_100, 1_600,
		]);
	});
});

describe('currencies', () => {
	const rates = {
		date: '2026-11-22',
		perUnit: new Map([
			['EUR', 1],
			['USD', 1.25],
			['JPY', 160],
		]),
	};

	it('are brought to the one of the limit at one rate', () => {
		const decision = decideOne({
			rates,
			orders: [order({ total: 1_250, currency: 'USD' })],
			accounts: [account({ orders: [open({ undelivered: 16_000, currency: 'JPY' })] })],
		});
		expect(total(decision)).toBe(1_100);
		expect(decision.decision).toBe('needsApproval');
	});

	it('decide on the unrounded figure', () => {
		const thirds = {
			date: '2026-11-22',
			perUnit: new Map([
				['EUR', 1],
				['USD', 3],
			]),
		};
		const decision = decideOne({
			rates: thirds,
			orders: [order({ total: 3_000.01, currency: 'USD' })],
		});
		expect(total(decision)).toBe(1_000);
		expect(codes(decision)).toEqual(['limit_exceeded']);
	});

	it('without a rate are refused by name', () => {
		expect(() => decide({ orders: [order({ currency: 'XXX' })] })).toThrow(
			'no exchange rate for XXX on Nov 22, 2026',
		);
	});
});

describe('figures of the decision', () => {
	it('tell what is left of the limit and how much is used', () => {
		const { headroom, utilisation } = decideOne({ orders: [order({ total: 250 })] });
		expect([headroom && roundTo(headroom, 2), utilisation && roundTo(utilisation, 2)]).toEqual([
			750, 25,
		]);
	});

	it('are empty where no limit is managed', () => {
		expect(decideOne({ accounts: [account({ odooLimit: null })] })).toMatchObject({
			headroom: null,
			utilisation: null,
			limit: { kind: 'notManaged' },
		});
	});
});
