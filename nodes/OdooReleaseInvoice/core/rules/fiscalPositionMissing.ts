import type { InvoicingOrder } from '../facts';
import type { InvoicePolicy } from '../policy';
import { finding, reasonOf } from '../reason';
import { choiceOption } from './option';
import { gateRule } from './rule';

const missing = finding({
	code: 'fiscalPositionMissing',
	case: 'INVOICE_TAX',
	sentence: ({ customer }: InvoicingOrder) =>
		`The order has no fiscal position for ${customer.name}`,
	figures: ({ customer }) => ({ customer: customer.id }),
});

const IS_NEEDED = {
	ignore: () => false,
	foreign: ({ customer, company }) =>
		customer.countryId !== null && customer.countryId !== company.countryId,
	always: () => true,
} as const satisfies Record<InvoicePolicy['fiscalPosition'], (order: InvoicingOrder) => boolean>;

export const fiscalPositionMissing = gateRule({
	findings: [missing],
	options: {
		fiscalPosition: choiceOption({
			displayName: 'Fiscal Position',
			name: 'fiscalPosition',
			type: 'options',
			options: [
				{ name: 'Not Checked', value: 'ignore' },
				{ name: 'Required', value: 'always' },
				{ name: 'Required for Foreign Customers', value: 'foreign' },
			],
			default: 'ignore',
			description: 'Which orders must have a fiscal position',
		}),
	},
	check: (order, { fiscalPosition }) =>
		order.fiscalPosition === null && IS_NEEDED[fiscalPosition](order)
			? [reasonOf(missing, order)]
			: [],
});
