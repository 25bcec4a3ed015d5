import { flag, id, ids, many2one, number, optionalText, text } from './fields';
import { defineRecord } from './record';

export const partner = defineRecord('res.partner', {
	id,
	name: text,
	ref: optionalText,
	active: flag,
	email: optionalText,
	vat: optionalText,
	street: optionalText,
	zip: optionalText,
	city: optionalText,
	country_id: many2one,
	company_id: many2one,
	is_company: flag,
	parent_id: many2one,
	/** The debtor: all contacts of a company share it. */
	commercial_partner_id: many2one,
	category_id: ids,
	/** Open receivables in the company's currency; only on the debtor, for the context's company. */
	credit: number,
	credit_limit: number,
	use_partner_credit_limit: flag,
	trust: optionalText,
	property_payment_term_id: many2one,
	user_id: many2one,
});
