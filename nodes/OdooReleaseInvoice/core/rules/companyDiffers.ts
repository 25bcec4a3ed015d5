import { draftsOf } from '../drafts';
import type { InvoicingOrder } from '../facts';
import type { Named } from '../named';
import { finding, reasonOf } from '../reason';
import { gateRule } from './rule';

interface Stranger {
	readonly company: Named;
	/** `transfer WH/OUT/1` */
	readonly what: string;
}

const otherCompany = finding({
	code: 'companyDiffers',
	case: 'INVOICE_CUSTOMER_DATA',
	sentence: ({ company, what }: Stranger) =>
		`The order belongs to ${company.name}, the ${what} to another company`,
	figures: ({ company }) => ({ company: company.id }),
});

const strangersTo = (order: InvoicingOrder): string[] => {
	const { company, customer, transfers } = order;
	// What belongs to the company above is the branch's too.
	const isForeign = (id: number) => id !== company.id && !company.aboveIds.includes(id);
	return [
		...(customer.companyId !== null && isForeign(customer.companyId)
			? [`customer ${customer.name}`]
			: []),
		...transfers
			.filter(({ companyId }) => isForeign(companyId))
			.map(({ name }) => `transfer ${name}`),
		...draftsOf(order)
			.filter(({ companyId }) => isForeign(companyId))
			.map(({ id }) => `draft invoice ${id}`),
	];
};

/** Order, customer, transfers and drafts belong to one legal person. */
export const companyDiffers = gateRule({
	findings: [otherCompany],
	options: {},
	check: (order) =>
		strangersTo(order).map((what) => reasonOf(otherCompany, { company: order.company, what })),
});
