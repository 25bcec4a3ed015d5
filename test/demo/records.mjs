// @ts-check
// The package's own typed records, for plain scripts.
import { typeScript } from './typescript.mjs';

const load = typeScript();

/** @type {typeof import('../../nodes/shared/odoo/records/saleOrder')} */
export const { saleOrder } = load('../../nodes/shared/odoo/records/saleOrder.ts');
/** @type {typeof import('../../nodes/shared/odoo/records/saleOrderLine')} */
export const { saleOrderLine } = load('../../nodes/shared/odoo/records/saleOrderLine.ts');
/** @type {typeof import('../../nodes/shared/odoo/records/accountMove')} */
export const { accountMove } = load('../../nodes/shared/odoo/records/accountMove.ts');
/** @type {typeof import('../../nodes/shared/odoo/records/party')} */
export const { activity, tag, user } = load('../../nodes/shared/odoo/records/party.ts');
/** @type {typeof import('../../nodes/shared/odoo/records/partner')} */
export const { partner } = load('../../nodes/shared/odoo/records/partner.ts');
/** @type {typeof import('../../nodes/shared/odoo/records/stock')} */
export const { move, picking, pickingType, warehouse } = load(
	'../../nodes/shared/odoo/records/stock.ts',
);
