import type { OdooDomain } from '../../shared/odoo/domain';
import { confirmedStates } from '../../shared/odoo/fieldNames';
import type { EventQuery, OrderFilter } from '../core/eventQuery';
import type { EventType } from '../core/eventTypes';
import { CUSTOMER_DELIVERY, CUSTOMER_INVOICE } from './customerDocuments';
import { filterDomain } from './orderFilter';

/** Older ones call while the transaction is open, and also when it is rolled back. */
export const FIRST_CALLING_AFTER_COMMIT = 19;

/** When Odoo is to call: a record of the model that matches `after` and did not match `before`, by a write to a field. */
export interface Hook {
	readonly type: EventType;
	readonly model: string;
	readonly before: OdooDomain;
	readonly after: OdooDomain;
	readonly fields: readonly string[];
}

type HookShape = Omit<Hook, 'type'>;

const orderState = (states: readonly string[], filter: OrderFilter): HookShape => ({
	model: 'sale.order',
	before: [['state', 'not in', [...states]]],
	after: [['state', 'in', [...states]], ...filterDomain(filter)],
	fields: ['state'],
});

/** Events that a write in Odoo brings about. The others come by the clock or by sums over many records: the sweep finds them. */
const HOOKS: {
	readonly [type in EventType]?: (query: EventQuery, version: number) => HookShape;
} = {
	orderConfirmed: ({ filter }, version) => orderState(confirmedStates(version), filter),
	quotationSent: ({ filter }) => orderState(['sent'], filter),
	orderCancelled: ({ filter }) => orderState(['cancel'], filter),
	orderChanged: ({ filter, watchedFields }, version) => ({
		model: 'sale.order',
		before: [['state', 'in', [...confirmedStates(version)]]],
		after: [['state', 'in', [...confirmedStates(version)]], ...filterDomain(filter)],
		fields: watchedFields,
	}),
	holdReleased: ({ filter }) => ({
		model: 'sale.order',
		before: [],
		after: [['state', '!=', 'cancel'], ...filterDomain(filter)],
		fields: ['tag_ids'],
	}),
	invoicePaid: () => ({
		model: 'account.partial.reconcile',
		before: [],
		after: [['debit_move_id.move_id.move_type', '=', 'out_invoice']],
		fields: ['amount'],
	}),
	deliveryDone: ({ filter }) => ({
		model: 'stock.picking',
		before: [['state', '!=', 'done']],
		after: [['state', '=', 'done'], ...CUSTOMER_DELIVERY, ...filterDomain(filter, 'sale_id.')],
		fields: ['state'],
	}),
	invoicePosted: () => ({
		model: 'account.move',
		before: [['state', '!=', 'posted']],
		after: [['state', '=', 'posted'], ...CUSTOMER_INVOICE],
		fields: ['state'],
	}),
};

export const hooksFor = (query: EventQuery, version: number): Hook[] =>
	query.types.flatMap((type) => {
		const shape = HOOKS[type]?.(query, version);
		return shape ? [{ type, ...shape }] : [];
	});
