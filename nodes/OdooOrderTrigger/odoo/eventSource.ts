import type { OdooTime } from '../../shared/core/time';
import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { EventQuery } from '../core/eventQuery';
import type { OrderEvent } from '../core/orderEvent';
import type { EventRow } from '../core/page';
import type { Range } from '../core/position';

/** Where to read: a range of a pass, oldest write first, or the records written last. */
export type Reading =
	| { readonly kind: 'range'; readonly range: Range }
	| { readonly kind: 'records'; readonly ids: readonly number[] }
	| { readonly kind: 'latest'; readonly limit: number }
	/** The records of this domain, for a baseline. */
	| { readonly kind: 'state'; readonly domain: OdooDomain; readonly limit: number };

/** One kind of record that shows events by its present state. */
export interface EventSource {
	/** At most a page of rows. */
	readonly read: (client: OdooClient, query: EventQuery, reading: Reading) => Promise<EventRow[]>;
	/** What is to be remembered of records that may not be written again for long, when the trigger is activated. */
	readonly baseline?: (client: OdooClient, query: EventQuery) => Promise<readonly OrderEvent[]>;
}

/** Events that come by the clock. */
export interface DueSource {
	/** What became due from then until now, or was written since then and is due. */
	readonly read: (
		client: OdooClient,
		query: EventQuery,
		window: { readonly from: OdooTime; readonly now: OdooTime; readonly limit?: number },
	) => Promise<OrderEvent[]>;
}
