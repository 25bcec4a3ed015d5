import { flag, id, ids, many2one, number, optionalText, text } from './fields';
import { defineRecord } from './record';
import { z } from 'zod';

/** Up to Odoo 17 a storable product is of type `product`; since 18 it is a flag. */
const storable = z.preprocess((value) => value === true || value === 'product', z.boolean());

export const product = defineRecord('product.product', {
	id,
	display_name: text,
	name: text,
	default_code: optionalText,
	active: flag,
	is_storable: storable,
	type: text,
	tracking: optionalText,
	/** `order` or `delivery`. */
	invoice_policy: text,
	uom_id: many2one,
	product_tmpl_id: many2one,
	standard_price: number,
	company_id: many2one,
	taxes_id: ids,
});

export const productTemplate = defineRecord('product.template', { id, name: text });
