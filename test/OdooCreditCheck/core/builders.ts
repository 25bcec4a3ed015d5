import type { CreditDecision } from '../../../nodes/OdooCreditCheck/core/decide';
import { decideRun, type CreditRules } from '../../../nodes/OdooCreditCheck/core/decideRun';
import type { Account, OpenItem } from '../../../nodes/OdooCreditCheck/core/account';
import type { OpenOrder } from '../../../nodes/OdooCreditCheck/core/openOrder';
import { exact } from '../../../nodes/shared/core/exact';
import type { Named, Rates } from '../../../nodes/OdooCreditCheck/core/facts';
import type { ApprovalFacts } from '../../../nodes/shared/ledger/core/approvalFacts';
import type {
	EarlierDecision,
	OrderFacts,
	Release,
} from '../../../nodes/OdooCreditCheck/core/order';
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
	setBack: [],
	orders: [],
	odooLimit: 1_000,
	group: null,
	customerTagIds: [],
	countryId: null,
	riskClass: null,
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
	debtorId: 7,
	companyId: 1,
	total: 100,
	currency: 'EUR',
	paymentTerm: null,
	term: { id: 0, days: 0 },
	usualTerm: { id: 0, days: 0 },
	pricelistId: null,
	teamId: null,
	salesperson: { id: 11, name: 'Sam Sales' },
	requester: { id: 12, name: 'Rita Request' },
	tags: [],
	ownTags: (facts.tags ?? []).filter((kind) => kind !== 'hold' || facts.heldByHand !== true),
	heldByHand: false,
	earlier: null,
	decidedAnew: false,
	releaseUnproven: false,
	releases: [],
	...facts,
});

/** As 0.1.0 recorded it, and later versions with more facts. */
export const givenFor = (facts: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
	debtorId: 7,
	companyId: 1,
	currency: null,
	term: null,
	total: 100,
	isConfirmed: null,
	reasons: null,
	...facts,
});

export const earlier = (facts: Partial<EarlierDecision> = {}): EarlierDecision => ({
	decision: 'approved',
	byHand: false,
	holdIsTheirs: false,
	takesOff: [],
	on: daysAgo(3),
	given: givenFor(),
	digest: 'abc',
	count: 1,
	reference: 'credit-1-1',
	messageId: 900,
	storedAt: `${daysAgo(3)} 08:00:00`,
	mayBeCancelled: false,
	...facts,
});

/** Said by the item, about the latest decision. */
export const release = (by: Named, facts: Partial<Release> = {}): Release => ({
	by,
	isByNote: false,
	isByPipeline: false,
	isOutdated: false,
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
	readonly billed: number;
}

export const open = ({
	delivered = 0,
	undelivered = 100,
	downPayments = 0,
	billed = 0,
	...facts
}: Partial<Open> = {}): OpenOrder => ({
	orderId: 90,
	confirmed: true,
	currency: 'EUR',
	delivered: exact(delivered),
	undelivered: exact(undelivered),
	downPayments: exact(downPayments),
	billed: exact(billed),
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
			mayReleaseOwn: false,
			...rules,
		},
	);

export const decideOne = (scene: Scene = {}): CreditDecision => {
	const [decision] = decide(scene);
	if (!decision) throw new Error('Nothing was decided');
	return decision;
};

export const codes = ({ reasons }: CreditDecision): string[] => reasons.map(({ code }) => code);
