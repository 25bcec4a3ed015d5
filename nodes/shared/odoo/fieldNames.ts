import type { OdooDomain } from './domain';

/** The name a field had before a version; `null` when it did not exist then. Names in the code are those of Odoo 19. */
interface OlderName {
	readonly before: number;
	readonly name: string | null;
}

/** Oldest first. From the field matrix of Odoo 14 to 19. */
const OLDER_NAMES: {
	readonly [model: string]: { readonly [field: string]: readonly OlderName[] };
} = {
	'sale.order': {
		locked: [{ before: 17, name: null }],
		delivery_status: [{ before: 16, name: null }],
	},
	'sale.order.line': {
		tax_ids: [{ before: 19, name: 'tax_id' }],
		product_uom_id: [{ before: 19, name: 'product_uom' }],
		pricelist_item_id: [{ before: 16, name: null }],
	},
	'res.company': {
		parent_ids: [{ before: 17, name: null }],
		user_fiscalyear_lock_date: [{ before: 18, name: 'fiscalyear_lock_date' }],
		user_tax_lock_date: [{ before: 18, name: 'tax_lock_date' }],
		/** Before, for everybody but the accountants in charge. */
		user_sale_lock_date: [{ before: 18, name: 'period_lock_date' }],
		user_hard_lock_date: [{ before: 18, name: null }],
	},
	'res.partner': {
		use_partner_credit_limit: [{ before: 16, name: null }],
	},
	'product.product': {
		is_storable: [
			{ before: 15, name: 'type' },
			{ before: 18, name: 'detailed_type' },
		],
	},
	'stock.picking': {
		move_ids: [{ before: 16, name: 'move_lines' }],
		is_signed: [{ before: 15, name: null }],
	},
	'stock.move': {
		quantity: [{ before: 17, name: 'reserved_availability' }],
		picked: [{ before: 17, name: null }],
	},
	'stock.picking.type': {
		reservation_method: [{ before: 15, name: null }],
	},
	'uom.uom': {
		/** How much of the reference unit; before, `factor` was its reciprocal. */
		factor: [{ before: 19, name: 'factor_inv' }],
	},
	'stock.location': {
		warehouse_id: [{ before: 15, name: null }],
	},
	'account.move': {
		is_being_sent: [{ before: 17, name: null }],
		matched_payment_ids: [{ before: 18, name: null }],
	},
	'account.move.line': {
		account_type: [{ before: 16, name: 'account_internal_type' }],
	},
	'account.payment.term.line': {
		nb_days: [{ before: 17, name: null }],
		delay_type: [{ before: 17, name: null }],
	},
	'mail.activity': {
		active: [{ before: 17, name: null }],
	},
	'ir.actions.server': {
		webhook_url: [{ before: 17, name: null }],
		base_automation_id: [{ before: 17, name: null }],
	},
	'res.users': {
		group_ids: [{ before: 19, name: 'groups_id' }],
	},
	'res.users.apikeys': {
		expiration_date: [{ before: 18, name: null }],
	},
};

/** The field's name in that version, or `null` when that version has no such field. */
export const fieldNameIn = (version: number, model: string, field: string): string | null => {
	const older = OLDER_NAMES[model]?.[field]?.find(({ before }) => version < before);
	return older ? older.name : field;
};

/** A domain written with today's names, for an older Odoo. Only the first step of a path is looked up. */
export const domainIn = (version: number, model: string, domain: OdooDomain): OdooDomain =>
	domain.map((part) => {
		if (typeof part === 'string') return part;
		const [path, operator, value] = part;
		const [first = '', ...rest] = path.split('.');
		return [
			[fieldNameIn(version, model, first) ?? first, ...rest].join('.'),
			operator,
			value,
		] as const;
	});

/** Values to write that are written with today's names; what an older Odoo does not have is left out. */
export const valuesIn = <Value>(
	version: number,
	model: string,
	values: { readonly [field: string]: Value },
): { readonly [field: string]: Value } =>
	Object.fromEntries(
		Object.entries(values).flatMap(([field, value]): [string, Value][] => {
			const name = fieldNameIn(version, model, field);
			return name === null ? [] : [[name, value]];
		}),
	);

/** The receivable account type was renamed in 16. */
export const receivableTypeIn = (version: number): string =>
	version < 16 ? 'receivable' : 'asset_receivable';

/** States in which an order is a confirmed sale. A locked order was `done` up to 16. */
export const confirmedStates = (version: number): readonly string[] =>
	version < 17 ? ['sale', 'done'] : ['sale'];
