import { add, compare, divide, exact, roundTo } from '../../../shared/core/exact';
import { amountOf } from '../../../shared/ledger/core/creditLimit';
import type { InvoicingOrder } from '../facts';
import type { CustomerField } from '../policy';
import { debtToCome } from '../quantities';
import { reason } from '../reason';
import type { Rule } from './rule';

const LACKS = {
	address: ({ customer: { street, city, countryId } }) =>
		[street === null && 'street', city === null && 'city', countryId === null && 'country'].filter(
			(part) => part !== false,
		),
	email: ({ customer: { email } }) => (email === null ? ['e-mail'] : []),
	paymentTerm: ({ paymentTerm }) => (paymentTerm === null ? ['payment term'] : []),
	/** A person has none. */
	vat: ({ customer: { vat, isCompany } }) => (isCompany && vat === null ? ['VAT number'] : []),
} as const satisfies Record<CustomerField, (order: InvoicingOrder) => readonly string[]>;

export const customerDataRule: Rule = (order, { customerFields }) => {
	const lacking = customerFields.flatMap((field) => LACKS[field](order));
	if (lacking.length === 0) return [];
	const { id, name } = order.customer;
	return [
		reason('customerDataMissing', `${name} lacks ${lacking.join(', ')}`, {
			customer: id,
			missing: lacking.join(', '),
		}),
	];
};

/** What the customer owes and this invoice, against the limit in Odoo. */
export const creditRule: Rule = (order, { credit }) => {
	const facts = order.customer.credit;
	if (credit === 'off' || facts === null) return [];
	const limit = amountOf(facts.limit);
	if (limit === null) return [];
	const owed = add(exact(facts.receivable), divide(debtToCome(order), exact(facts.rate)));
	if (compare(owed, exact(limit)) <= 0) return [];
	const exposure = roundTo(owed, 2);
	const message = `${order.customer.account.name} would owe ${exposure}, the limit is ${limit}`;
	return [reason('creditLimitExceeded', message, { exposure, limit })];
};
