import type { CreditDecision } from '../../../nodes/OdooCreditCheck/core/decide';
import { decideRun, type CreditRules } from '../../../nodes/OdooCreditCheck/core/decideRun';
import type { Account, OpenItem } from '../../../nodes/OdooCreditCheck/core/account';
import type { OpenOrder } from '../../../nodes/OdooCreditCheck/core/openOrder';
import { exact } from '../../../nodes/shared/core/exact';
import type { Rates } from '../../../nodes/OdooCreditCheck/core/facts';
import type { OrderFacts } from '../../../nodes/OdooCreditCheck/core/order';
import { PRESETS, type Policy } from '../../../nodes/OdooCreditCheck/core/policy';
import type { RuleCode } from '../../../nodes/OdooCreditCheck/core/rules';
import type { RuleSetting } from '../../../nodes/OdooCreditCheck/core/rules/rule';

export const TODAY = '2026-11-22';
export const EUR_ONLY: Rates = { date: TODAY, perUnit: new Map([['EUR', 1]]) };

export const daysAgo = (days: number): string =>
	new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);

export const account = (facts: Partial<Account> = {}): Account => ({
	key: '7-1',
	debtorKey: facts.key ?? '7-1',
	account: { id: 7, name: 'Azure Interior' },
	company: { id: 1, name: 'My Company' },
	currency: 'EUR',
	decimals: 2,
	items: [],
	orders: [],
	odooLimit: 1_000,
	group: null,
	customerTagIds: [],
	countryId: null,
	riskClass: null,
	paymentTermId: null,
	holdFlag: false,
	missingData: [],
	settlements: [],
	brokenPromises: null,
	openDisputes: 0,
	firstInvoiceOn: '2020-01-01',
	...facts,
});

export const order = (facts: Partial<OrderFacts> = {}): OrderFacts => ({
	id: 1,
	reference: 'S00001',
	state: 'quotation',
	accountKey: '7-1',
	total: 100,
	currency: 'EUR',
	paymentTerm: null,
	pricelistId: null,
	teamId: null,
	salesperson: { id: 11, name: 'Sam Sales' },
	requester: { id: 12, name: 'Rita Request' },
	tags: [],
	heldByHand: false,
	earlier: null,
	decidedAnew: false,
	release: null,
	...facts,
});

interface Open {
	readonly orderId: number;
	readonly confirmed: boolean;
	readonly currency: string;
	/** Money of what is delivered and not invoiced, and of the rest; without either 100 are undelivered. */
	readonly delivered: number;
	readonly undelivered: number;
	readonly downPayments: number;
}

export const open = ({
	delivered = 0,
	undelivered = 100,
	downPayments = 0,
	...facts
}: Partial<Open> = {}): OpenOrder => ({
	orderId: 90,
	confirmed: true,
	currency: 'EUR',
	delivered: exact(delivered),
	undelivered: exact(undelivered),
	downPayments: exact(downPayments),
	...facts,
});

export const owed = (amount: number, daysOverdue = 0): OpenItem => ({
	state: 'posted',
	amount,
	dueOn: daysAgo(daysOverdue),
});
export const draft = (amount: number): OpenItem => ({ state: 'draft', amount, dueOn: null });

const nothing = Object.fromEntries(
	Object.keys(PRESETS.strict.rules).map((code) => [code, { reaction: 'off', threshold: 0 }]),
) as Policy['rules'];

/** A policy with only the rules that are named. */
export const policyOf = (
	rules: { readonly [code in RuleCode]?: RuleSetting },
	more: Partial<Policy> = {},
): Policy => ({
	limit: { kind: 'odoo' },
	temporary: [],
	tolerance: 0,
	newCustomerDays: 90,
	...more,
	rules: { ...nothing, ...rules },
});

export interface Scene {
	readonly accounts?: readonly Account[];
	readonly orders?: readonly OrderFacts[];
	readonly rates?: Rates;
	readonly held?: readonly number[];
	readonly rules?: Partial<CreditRules>;
}

/** Decides the orders of a scene; without any, one of 100 for one customer with a limit of 1,000. */
export const decide = ({
	accounts = [account()],
	orders = [order()],
	rates = EUR_ONLY,
	held = [],
	rules = {},
}: Scene = {}): CreditDecision[] =>
	decideRun(
		{
			orders,
			accounts: new Map(accounts.map((one) => [one.key, one])),
			rates: new Map(accounts.map(({ company }) => [company.id, rates])),
			heldOrderIds: new Set(held),
			today: TODAY,
		},
		{
			policy: PRESETS.standard,
			segments: [],
			matrix: [],
			validity: { days: 0, growth: 0 },
			...rules,
		},
	);

export const decideOne = (scene: Scene = {}): CreditDecision => {
	const [decision] = decide(scene);
	if (!decision) throw new Error('Nothing was decided');
	return decision;
};

export const codes = ({ reasons }: CreditDecision): string[] => reasons.map(({ code }) => code);
