import {
	NOTHING_SUPPLIED,
	type InvoicingOrder,
	type OrderLineFacts,
	type Transfer,
} from '../../nodes/OdooReleaseInvoice/core/facts';
import type {
	InvoiceFacts,
	InvoiceLineFacts,
} from '../../nodes/OdooReleaseInvoice/core/invoiceFacts';
import { NO_NEEDS } from '../../nodes/OdooReleaseInvoice/core/needs';
import type { InvoicePolicy } from '../../nodes/OdooReleaseInvoice/core/policy';
import { readReleaseParameters } from '../../nodes/OdooReleaseInvoice/parameters';
import type { ReleaseRun } from '../../nodes/OdooReleaseInvoice/releaseOrders';
import { orderLedgerOf } from '../../nodes/shared/ledger/core/orderLedger';
import { rowOf } from './orderRow';

export const TODAY = '2026-11-22';

const node = {
	id: '1',
	name: 'Release Invoice',
	type: 'odooReleaseInvoice',
	typeVersion: 1,
	position: [0, 0] satisfies [number, number],
	parameters: {},
};

/** What a node reads whose parameters are set like this, by their paths; the others were not touched. */
export const settingsOf = (set: { readonly [path: string]: unknown } = {}) =>
	readReleaseParameters({ node, get: (path) => set[path] });

/** Of a node that nobody touched. */
export const DEFAULT_POLICY: InvoicePolicy = settingsOf().policies.standard;

/** A run of a node that nobody touched. */
export const aRun = (more: Partial<ReleaseRun> = {}): ReleaseRun => ({
	policies: { standard: DEFAULT_POLICY, overrides: [] },
	needs: NO_NEEDS,
	supplied: new Map(),
	today: new Date().toISOString().slice(0, 10),
	dryRun: false,
	sends: false,
	...more,
});

const SHOP = { id: 1, name: 'Shop' };
const CHAIR = { id: 11, name: 'Chair' };
const UNITS = { id: 1, name: 'Units' };
const AZURE = { id: 3, name: 'Azure' };
const TAX = { id: 5, name: '20%' };
const IN_30_DAYS = { id: 4, name: '30 Days' };

/** Ten pieces at 100, all delivered, nothing invoiced. */
export const aLine = (more: Partial<OrderLineFacts> = {}): OrderLineFacts => {
	const line = {
		id: 1,
		label: 'Chair',
		kind: 'goods',
		invoicedBy: 'delivered',
		ordered: 10,
		delivered: 10,
		invoiced: 0,
		unitPrice: 100,
		discount: 0,
		product: CHAIR,
		unit: UNITS,
		taxes: [TAX],
		listPrice: null,
		...more,
	} as const;
	const due = line.invoicedBy === 'ordered' ? line.ordered : line.delivered;
	const subtotal = line.ordered * line.unitPrice;
	return { toInvoice: due - line.invoiced, subtotal, total: subtotal, ...line };
};

export const aTransfer = (more: Partial<Transfer> = {}): Transfer => ({
	id: 1,
	name: 'WH/OUT/1',
	direction: 'delivery',
	state: 'done',
	doneAt: '2026-11-20T10:00:00Z',
	signed: false,
	documents: [],
	carrierStatus: null,
	company: SHOP,
	...more,
	doneOn: (more.doneAt === undefined ? '2026-11-20' : more.doneAt)?.slice(0, 10) ?? null,
});

/** Ten pieces at 100. */
export const anInvoiceLine = (more: Partial<InvoiceLineFacts> = {}): InvoiceLineFacts => ({
	orderLineId: 1,
	isDownPayment: false,
	quantity: 10,
	unitPrice: 100,
	discount: 0,
	product: CHAIR,
	unit: UNITS,
	taxes: [TAX],
	...more,
});

/** A draft over the whole line. */
export const anInvoice = (more: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
	id: 9,
	number: null,
	kind: 'invoice',
	state: 'draft',
	total: 1150,
	due: 1150,
	currency: 'EUR',
	company: SHOP,
	customer: AZURE,
	deliveryAddress: AZURE,
	paymentTerm: IN_30_DAYS,
	fiscalPosition: null,
	orderIds: [7],
	extraLines: 0,
	date: null,
	bookedOn: null,
	createdAt: '2026-11-21T10:00:00Z',
	sending: 'unsent',
	reference: null,
	narration: null,
	lines: [anInvoiceLine()],
	...more,
});

/** Invoiced before, and not deducted yet. */
export const aDownPayment = (unitPrice: number): OrderLineFacts =>
	aLine({
		id: 2,
		label: 'Down payment',
		kind: 'downPayment',
		ordered: 0,
		delivered: 0,
		invoiced: 1,
		unitPrice,
		subtotal: 0,
		toInvoice: -1,
	});

/** Four of ten are shipped, the rest is on its way. */
export const HALF_SHIPPED = {
	lines: [aLine({ delivered: 4 })],
	transfers: [aTransfer(), aTransfer({ id: 2, state: 'open', doneAt: null })],
};

const ORDER: Omit<InvoicingOrder, 'row' | 'ledger'> = {
	id: 7,
	reference: 'S00007',
	state: 'sale',
	awaitedSince: '2026-11-18T10:00:00Z',
	company: {
		id: 1,
		name: 'Shop',
		countryId: 1,
		aboveIds: [],
		closedUntil: { books: null, taxes: null },
	},
	currency: 'EUR',
	customer: {
		id: 3,
		name: 'Azure',
		account: { id: 3, name: 'Azure' },
		tags: [],
		street: 'Main St 1',
		city: 'Town',
		countryId: 1,
		email: 'a@example.com',
		vat: 'BE0477472701',
		isCompany: true,
		company: null,
		credit: null,
	},
	tags: [],
	deliveryAddress: AZURE,
	paymentTerm: IN_30_DAYS,
	fiscalPosition: null,
	lines: [aLine()],
	transfers: [aTransfer()],
	invoices: [],
	supplied: NOTHING_SUPPLIED,
	isInvoiceable: true,
	mark: { order: '', whole: '' },
};

/** A confirmed order, wholly shipped, that nothing speaks against invoicing. */
export const anOrder = (more: Partial<InvoicingOrder> = {}): InvoicingOrder => {
	const order = {
		...ORDER,
		...more,
	};
	const row = more.row ?? rowOf(order);
	return { ...order, row, ledger: orderLedgerOf(row) };
};

export const aPolicy = (more: Partial<InvoicePolicy> = {}): InvoicePolicy => ({
	...DEFAULT_POLICY,
	...more,
});
