import { draftsOf } from '../drafts';
import type { InvoicingOrder } from '../facts';
import type { Named } from '../named';
import { finding, reasonOf } from '../reason';
import { gateRule } from './rule';

interface Stranger {
	/** Of the order. */
	readonly company: Named;
	/** `transfer WH/OUT/1` */
	readonly what: string;
	readonly other: Named;
}

const otherCompany = finding({
	code: 'companyDiffers',
	case: 'INVOICE_CUSTOMER_DATA',
	sentence: ({ company, what, other }: Stranger) =>
		`The order belongs to ${company.name}, the ${what} to ${other.name}`,
	figures: ({ company, other }) => ({ company: company.id, other: other.id }),
});

const strangersTo = (order: InvoicingOrder): Stranger[] => {
	const { company, customer, transfers } = order;
	const owned = [
		{ what: `customer ${customer.name}`, other: customer.company },
		...transfers.map(({ name, company: other }) => ({ what: `transfer ${name}`, other })),
	];
	const drafted = draftsOf(order).map(({ id, company: other }) => ({
		what: `draft invoice ${id}`,
		other,
	}));
	// What belongs to the company above is the branch's too; its invoice is its own.
	const own = [company.id, ...company.aboveIds];
	return [
		...owned.filter(({ other }) => other !== null && !own.includes(other.id)),
		...drafted.filter(({ other }) => other !== null && other.id !== company.id),
	].flatMap(({ what, other }) => (other ? [{ company, what, other }] : []));
};

/** Order, customer, transfers and drafts belong to one legal person. */
export const companyDiffers = gateRule({
	findings: [otherCompany],
	options: {},
	check: (order) => strangersTo(order).map((stranger) => reasonOf(otherCompany, stranger)),
});
