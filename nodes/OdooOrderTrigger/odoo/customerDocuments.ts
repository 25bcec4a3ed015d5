import type { OdooDomain } from '../../shared/odoo/domain';

/** Of `stock.picking`: the last step of a delivery to the customer of an order, or a drop shipment. */
export const CUSTOMER_DELIVERY: OdooDomain = [
	['picking_type_code', 'in', ['outgoing', 'dropship']],
	['sale_id', '!=', false],
];

/** Of `account.move`. */
export const CUSTOMER_INVOICE: OdooDomain = [['move_type', '=', 'out_invoice']];
