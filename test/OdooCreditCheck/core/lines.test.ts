import { roundTo } from '../../../nodes/shared/core/exact';
import type { OpenLine } from '../../../nodes/OdooCreditCheck/core/account';
import { exposureOfLine } from '../../../nodes/OdooCreditCheck/core/lines';
import { line } from './builders';

/** Ten pieces at ten each unless said otherwise. */
const cases: readonly {
	readonly when: string;
	readonly facts: Partial<OpenLine>;
	readonly delivered: number;
	readonly undelivered: number;
}[] = [
	{ when: 'nothing happened yet', facts: {}, delivered: 0, undelivered: 100 },
	{
		when: 'some was delivered',
		facts: { delivered: 6, toInvoice: 6 },
		delivered: 60,
		undelivered: 40,
	},
	{
		when: 'some was delivered and some of that invoiced',
		facts: { delivered: 6, invoiced: 4, toInvoice: 2 },
		delivered: 20,
		undelivered: 40,
	},
	{
		when: 'all was delivered and invoiced',
		facts: { delivered: 10, invoiced: 10, hasOpenMove: false },
		delivered: 0,
		undelivered: 0,
	},
	{ when: 'it is invoiced before delivery', facts: { invoiced: 10 }, delivered: 0, undelivered: 0 },
	{
		when: 'part is invoiced before delivery',
		facts: { invoiced: 4, toInvoice: 6 },
		delivered: 0,
		undelivered: 60,
	},
	{
		when: 'more was delivered than ordered, and deliveries are invoiced',
		facts: { delivered: 12, toInvoice: 12, hasOpenMove: false },
		delivered: 120,
		undelivered: 0,
	},
	{
		when: 'more was done than ordered, and what is done is invoiced',
		facts: { delivered: 12, toInvoice: 12, fromStock: false },
		delivered: 120,
		undelivered: 0,
	},
	{
		when: 'more was delivered than ordered, and the order is invoiced',
		facts: { delivered: 12, toInvoice: 10, fromStock: false },
		delivered: 100,
		undelivered: 0,
	},
	{
		when: 'the rest of the delivery was cancelled',
		facts: { delivered: 6, toInvoice: 6, hasOpenMove: false },
		delivered: 60,
		undelivered: 0,
	},
	{
		when: 'the delivery was cancelled but the order is invoiced',
		facts: { toInvoice: 10, hasOpenMove: false },
		delivered: 0,
		undelivered: 100,
	},
	{
		when: 'some came back before it was invoiced',
		facts: { delivered: 6, toInvoice: 6, hasOpenMove: false },
		delivered: 60,
		undelivered: 0,
	},
	{
		when: 'some came back after it was invoiced',
		facts: { delivered: 6, invoiced: 10, toInvoice: -4, hasOpenMove: false },
		delivered: 0,
		undelivered: 0,
	},
	{
		when: 'it is a service without moves',
		facts: { fromStock: false, hasOpenMove: false },
		delivered: 0,
		undelivered: 100,
	},
	{
		when: 'it is a line of an approved quotation',
		facts: { confirmed: false, hasOpenMove: false },
		delivered: 0,
		undelivered: 100,
	},
	{
		when: 'it is promised for later than the policy looks',
		facts: { delivered: 6, toInvoice: 6, beyondHorizon: true },
		delivered: 60,
		undelivered: 0,
	},
	{
		when: 'it is a discount with a negative price',
		facts: { total: -15, ordered: 1, fromStock: false },
		delivered: 0,
		undelivered: -15,
	},
	{
		when: 'its quantity is negative',
		facts: { total: -100, ordered: -10, fromStock: false },
		delivered: 0,
		undelivered: -100,
	},
	{
		when: 'it was added at delivery, with a discount',
		facts: { total: 0, ordered: 0, delivered: 3, toInvoice: 3, discount: 50, hasOpenMove: false },
		delivered: 15,
		undelivered: 0,
	},
	{
		when: 'thirds do not come out even',
		facts: { total: 100, ordered: 3, delivered: 1, toInvoice: 1 },
		delivered: 33.33,
		undelivered: 66.67,
	},
];

describe('the exposure of an order line', () => {
	it.each(cases)(
		'when $when: delivered $delivered, undelivered $undelivered',
		({ facts, delivered, undelivered }) => {
			const exposure = exposureOfLine(line(facts));
			expect(roundTo(exposure.delivered, 2)).toBe(delivered);
			expect(roundTo(exposure.undelivered, 2)).toBe(undelivered);
		},
	);
});
