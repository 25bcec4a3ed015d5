import fc from 'fast-check';

import {
	decideRelease,
	type ReleaseDecision,
} from '../../../nodes/OdooReleaseInvoice/core/decideRelease';
import type { InvoiceFacts } from '../../../nodes/OdooReleaseInvoice/core/invoiceFacts';
import type {
	InvoicingOrder,
	OrderLineFacts,
	Transfer,
} from '../../../nodes/OdooReleaseInvoice/core/facts';
import type { InvoicePolicy, Tolerance } from '../../../nodes/OdooReleaseInvoice/core/policy';
import { deductsNext, nextTotal } from '../../../nodes/OdooReleaseInvoice/core/nextInvoice';
import { isNegative } from '../../../nodes/shared/core/exact';
import { holdSharedDrafts } from '../../../nodes/OdooReleaseInvoice/core/sharedDrafts';
import { aLine, anInvoice, anOrder, aPolicy, aTransfer, TODAY } from '../invoicingOrder';

const pieces = fc.integer({ min: 0, max: 20 });
const lineOf = (id: number) =>
	fc
		.record({
			kind: fc.constantFrom<OrderLineFacts['kind']>('goods', 'goods', 'service'),
			invoicedBy: fc.constantFrom<OrderLineFacts['invoicedBy']>('ordered', 'delivered'),
			ordered: pieces,
			delivered: pieces,
			invoiced: pieces,
			unitPrice: fc.integer({ min: 0, max: 50_000 }).map((cents) => cents / 100),
			taxes: fc.constantFrom([], [{ id: 5, name: '20%' }]),
		})
		.map((line) => aLine({ id, ...line }));
const transferOf = (id: number) =>
	fc
		.record({
			direction: fc.constantFrom<Transfer['direction']>('delivery', 'delivery', 'return'),
			state: fc.constantFrom<Transfer['state']>('open', 'done'),
			signed: fc.boolean(),
		})
		.map((transfer) =>
			aTransfer({
				id,
				...transfer,
				doneAt: transfer.state === 'done' ? '2026-11-18T08:00:00Z' : null,
			}),
		);
const orders: fc.Arbitrary<InvoicingOrder> = fc
	.record({
		lines: fc
			.integer({ min: 1, max: 3 })
			.chain((count) =>
				fc.tuple(...Array.from({ length: count }, (_, index) => lineOf(index + 1))),
			),
		transfers: fc
			.integer({ min: 0, max: 2 })
			.chain((count) =>
				fc.tuple(...Array.from({ length: count }, (_, index) => transferOf(index + 1))),
			),
		tags: fc.subarray(['Credit Hold', 'Dispute', 'Urgent']),
		state: fc.constantFrom<InvoicingOrder['state']>('sale', 'sale', 'sale', 'draft', 'cancel'),
	})
	.map((more) =>
		anOrder({
			...more,
			invoices: more.lines.some(({ invoiced }) => invoiced > 0)
				? [anInvoice({ state: 'posted', number: 'INV/1', lines: [] })]
				: [],
		}),
	);
const limits = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null });
const tolerances: fc.Arbitrary<Tolerance> = fc.record({
	units: limits,
	percent: limits,
	amount: limits,
});
const policies: fc.Arbitrary<InvoicePolicy> = fc
	.record({
		milestone: fc.constantFrom<InvoicePolicy['milestone']>(
			'onOrder',
			'shipped',
			'fullyShipped',
			'proofOfDelivery',
		),
		quantityTolerance: tolerances,
		allowsCreditNotes: fc.boolean(),
		requiresTax: fc.boolean(),
	})
	.map(aPolicy);

const decide = (order: InvoicingOrder, policy: InvoicePolicy): ReleaseDecision =>
	decideRelease(order, policy, TODAY);

/** What Odoo says after the plan was carried out. */
const afterInvoicing = (order: InvoicingOrder): InvoicingOrder => ({
	...order,
	lines: order.lines.map((line) => ({
		...line,
		invoiced: line.invoiced + line.toInvoice,
		toInvoice: 0,
	})),
	invoices: [...order.invoices, anInvoice({ id: 99, state: 'posted', number: 'INV/9' })].map(
		(invoice) => ({ ...invoice, state: 'posted' as const, lines: anInvoice().lines }),
	),
});

describe('the invoice gate', () => {
	it('says why, whenever it does not let an order pass', () => {
		fc.assert(
			fc.property(orders, policies, (order, policy) => {
				const decision = decide(order, policy);
				return decision.kind === 'release' || decision.reasons.length > 0;
			}),
		);
	});

	it('never invoices twice: an order that was released and invoiced has nothing left to release', () => {
		fc.assert(
			fc.property(
				orders,
				policies,
				(order, policy) =>
					decide(order, policy).kind !== 'release' ||
					decide(afterInvoicing(order), policy).kind === 'invoiced',
			),
		);
	});

	it('never lets a tagged hold or dispute pass, but for goods that left the house', () => {
		fc.assert(
			fc.property(
				orders,
				policies,
				(order, policy) =>
					decide(order, policy).kind !== 'release' ||
					(!order.tags.includes('Dispute') &&
						(!order.tags.includes('Credit Hold') ||
							order.lines.every(
								({ kind, invoiced, toInvoice, delivered }) =>
									kind !== 'goods' || toInvoice <= 0 || invoiced + toInvoice <= delivered,
							))),
			),
		);
	});

	it('never invoices goods beyond what was shipped, unless the policy invoices on order or tolerates it', () => {
		const none = { units: null, percent: null, amount: null };
		fc.assert(
			fc.property(orders, policies, (order, policy) => {
				const strict = { ...policy, quantityTolerance: none };
				if (policy.milestone === 'onOrder' || decide(order, strict).kind !== 'release') return true;
				return order.lines.every(
					({ kind, toInvoice, invoiced, delivered }) =>
						kind !== 'goods' || toInvoice <= 0 || invoiced + toInvoice <= delivered,
				);
			}),
			{ numRuns: 2000 },
		);
	});

	it('makes no document below zero unless credit notes are allowed', () => {
		fc.assert(
			fc.property(orders, policies, (order, policy) => {
				const decision = decide(order, policy);
				return (
					decision.kind !== 'release' ||
					policy.allowsCreditNotes ||
					!isNegative(nextTotal(order, deductsNext(order, policy)).gross)
				);
			}),
		);
	});

	it('lets no fewer orders pass when a tolerance is widened', () => {
		const widen = ({ units, percent, amount }: Tolerance, by: number): Tolerance => ({
			units: units === null ? null : units + by,
			percent: percent === null ? null : percent + by,
			amount: amount === null ? null : amount + by,
		});
		fc.assert(
			fc.property(orders, policies, fc.integer({ min: 0, max: 20 }), (order, policy, by) => {
				const wider = { ...policy, quantityTolerance: widen(policy.quantityTolerance, by) };
				return decide(order, policy).kind !== 'release' || decide(order, wider).kind === 'release';
			}),
		);
	});

	it('lets no fewer orders pass when the milestone is an earlier one', () => {
		fc.assert(
			fc.property(orders, policies, (order, policy) => {
				const earlier = {
					...policy,
					milestone: policy.milestone === 'shipped' ? ('onOrder' as const) : ('shipped' as const),
				};
				return (
					policy.milestone === 'onOrder' ||
					decide(order, policy).kind !== 'release' ||
					decide(order, earlier).kind === 'release'
				);
			}),
		);
	});
});

describe('drafts that invoice several orders', () => {
	const graphs = fc
		.record({
			kinds: fc.array(fc.constantFrom('release', 'held'), { minLength: 1, maxLength: 6 }),
			drafts: fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
		})
		.map(({ kinds, drafts }) => {
			const invoices: InvoiceFacts[] = drafts.map((orderIds, index) =>
				anInvoice({
					id: index + 1,
					orderIds: [...new Set(orderIds.map((id) => (id % kinds.length) + 1))],
				}),
			);
			return kinds.map((kind, index) => ({
				order: anOrder({
					id: index + 1,
					invoices: invoices.filter(({ orderIds }) => orderIds.includes(index + 1)),
				}),
				policy: aPolicy(),
				decision:
					kind === 'release'
						? {
								kind: 'release' as const,
								plan: {
									creates: false,
									deducts: false,
									consolidates: false,
									date: TODAY,
								},
								reasons: [],
							}
						: { kind: 'held' as const, reasons: [{ code: 'openHold' as const, message: 'held' }] },
			}));
		});

	it('are never posted while one of their orders is held', () => {
		fc.assert(
			fc.property(graphs, (entries) => {
				const after = holdSharedDrafts(entries);
				const passed = new Set(
					after.filter(({ decision }) => decision.kind === 'release').map(({ order }) => order.id),
				);
				return after.every(
					({ order, decision }) =>
						decision.kind !== 'release' ||
						order.invoices.every(({ orderIds }) => orderIds.every((id) => passed.has(id))),
				);
			}),
		);
	});

	it('hold no order that shares nothing with a held one', () => {
		fc.assert(
			fc.property(graphs, (entries) => {
				const allFree = entries.every(({ decision }) => decision.kind === 'release');
				return (
					!allFree || holdSharedDrafts(entries).every(({ decision }) => decision.kind === 'release')
				);
			}),
		);
	});
});
