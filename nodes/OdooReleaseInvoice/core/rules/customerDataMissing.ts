import { listText } from '../../../shared/core/wording';
import type { InvoicedCustomer, InvoicingOrder } from '../facts';
import type { CustomerField } from '../policy';
import { finding, reasonOf } from '../reason';
import { choicesOption } from './option';
import { gateRule } from './rule';

interface Incomplete {
	readonly customer: InvoicedCustomer;
	readonly lacking: readonly string[];
}

const incomplete = finding({
	code: 'customerDataMissing',
	case: 'INVOICE_CUSTOMER_DATA',
	sentence: ({ customer, lacking }: Incomplete) =>
		`Missing for ${customer.name}: ${listText(lacking)}`,
	figures: ({ customer, lacking }) => ({ customer: customer.id, missing: lacking.join(', ') }),
});

const LACKS = {
	address: ({ customer: { street, city, countryId } }) =>
		[street === null && 'street', city === null && 'city', countryId === null && 'country'].filter(
			(part) => part !== false,
		),
	email: ({ customer: { email } }) => (email === null ? ['email'] : []),
	paymentTerm: ({ paymentTerm }) => (paymentTerm === null ? ['payment terms'] : []),
	/** A person has none. */
	vat: ({ customer: { vat, isCompany } }) => (isCompany && vat === null ? ['tax ID'] : []),
} as const satisfies Record<CustomerField, (order: InvoicingOrder) => readonly string[]>;

export const customerDataMissing = gateRule({
	findings: [incomplete],
	options: {
		customerFields: choicesOption({
			displayName: 'Required Customer Data',
			name: 'customerFields',
			type: 'multiOptions',
			options: [
				{ name: 'Address', value: 'address', description: 'Street, city and country' },
				{ name: 'Email', value: 'email' },
				{ name: 'Payment Terms', value: 'paymentTerm' },
				{ name: 'Tax ID', value: 'vat', description: 'Of companies' },
			],
			default: [],
			description: 'What the invoice address must have',
		}),
	},
	check: (order, { customerFields }) => {
		const lacking = customerFields.flatMap((field) => LACKS[field](order));
		const { customer } = order;
		return lacking.length === 0 ? [] : [reasonOf(incomplete, { customer, lacking })];
	},
});
