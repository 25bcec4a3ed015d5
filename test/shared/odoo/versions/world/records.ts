import { CREDIT_HOLD } from '../../../../../nodes/shared/traces/core/tagNames';
import { accounting } from './accounting';
import { goods } from './goods';
import type { Tables } from './matches';
import { sales } from './sales';
import { also, at, on, written, type Records } from './values';

const people: Records = {
	'res.company': {
		1: { name: 'My Company', currency_id: 1, user_ids: [2], country_id: 1, partner_id: 1 },
	},
	'res.users': {
		2: { name: 'Mitchell', login: 'mitchell', active: true, company_ids: [1], partner_id: 12 },
	},
	'res.partner': {
		10: {
			name: 'Azure',
			commercial_partner_id: 10,
			active: true,
			is_company: true,
			credit: 900,
			credit_limit: 100,
			use_partner_credit_limit: true,
			category_id: [1],
			country_id: 1,
		},
		11: {
			name: 'Azure, Brandon',
			commercial_partner_id: 10,
			parent_id: 10,
			active: true,
			category_id: [1],
		},
		12: { name: 'Mitchell', commercial_partner_id: 12, active: true },
	},
	'res.partner.category': { 1: { name: 'Wholesale', display_name: 'Wholesale' } },
	'res.currency': { 1: { name: 'EUR', decimal_places: 2, rounding: 0.01, rate: 1 } },
	'res.country': { 1: { name: 'Belgium', code: 'BE' } },
	'account.payment.term': { 1: { name: '30 Days', line_ids: [1] } },
	'account.payment.term.line': { 1: { payment_id: 1, delay_type: 'days_after', nb_days: 30 } },
	'crm.tag': { 1: { name: CREDIT_HOLD }, 2: { name: 'Rush' }, 3: { name: 'Dispute' } },
	'uom.uom': { 1: { name: 'Units', ...also(1, 'factor', 'factor_inv'), rounding: 0.01 } },
	'product.pricelist.item': { 1: { name: 'All', compute_price: 'fixed', fixed_price: 90 } },
	'mail.activity': {
		1: {
			...written,
			id: 'n8n_o2c.case_1_STOCK_SHORT_1',
			res_model: 'sale.order',
			res_id: 1,
			user_id: 2,
			date_deadline: on(2),
			active: true,
		},
	},
	'product.pricelist': { 1: { name: 'Public', display_name: 'Public' } },
	'crm.team': { 1: { name: 'Sales', display_name: 'Sales' } },
	'mail.message': {
		1: {
			...written,
			model: 'sale.order',
			res_id: 1,
			message_type: 'email',
			body: '<p>Where is it?</p>',
			date: at(-1),
			author_id: 11,
			message_id: '<a@b>',
		},
	},
	'ir.actions.server': {
		1: {
			webhook_url: 'http://n8n.test/hook?event=orderConfirmed&token=old',
			state: 'webhook',
			base_automation_id: 1,
		},
		2: { webhook_url: 'http://n8n.test/hook?event=orderCancelled&token=old', state: 'webhook' },
	},
	'base.automation': { 1: { active: true, trigger: 'on_create_or_write', trigger_field_ids: [] } },
	'ir.model.fields': { 1: { name: 'state', model: 'sale.order' } },
	'res.users.apikeys': { 1: { name: 'key', user_id: 2, expiration_date: at(30) } },
};

/** A distributor in small, a copy for each that asks. */
export const records = (): Tables =>
	new Map(
		Object.entries({ ...people, ...sales, ...goods, ...accounting }).map(([model, rows]) => [
			model,
			new Map(Object.entries(rows).map(([id, row]) => [Number(id), { ...row }])),
		]),
	);
