import {
	EVENT_TYPES,
	type ClockSource,
	type EventType,
	type WrittenSource,
} from '../core/eventTypes';
import type { DueSource, EventSource } from './eventSource';
import { deliveries } from './readDeliveries';
import { invoices } from './readInvoices';
import { lateDeliveries } from './readLateDeliveries';
import { orderStates } from './readOrderStates';
import { ordersOverLimit } from './readOrdersOverLimit';
import { overdueInvoices } from './readOverdueInvoices';
import { payments } from './readPayments';
import { trackedOrders } from './readTracked';

/** Read in this order, so that a confirmation comes before what follows from it. */
const WRITTEN: Readonly<Record<WrittenSource, EventSource>> = {
	order: orderStates,
	tracked: trackedOrders,
	delivery: deliveries,
	invoice: invoices,
	payment: payments,
	credit: ordersOverLimit,
};
const BY_CLOCK: Readonly<Record<ClockSource, DueSource>> = {
	lateDelivery: lateDeliveries,
	overdueInvoice: overdueInvoices,
};

const showing = <Source>(
	sources: Readonly<Record<string, Source>>,
	types: readonly EventType[],
): (Source & { readonly name: string })[] =>
	Object.entries(sources)
		.filter(([name]) => types.some((type) => EVENT_TYPES[type].source === name))
		.map(([name, source]) => ({ ...source, name }));

type NamedSource = EventSource & { readonly name: string };

export const sourcesOf = (types: readonly EventType[]): NamedSource[] => showing(WRITTEN, types);
export const dueSourcesOf = (types: readonly EventType[]): DueSource[] => showing(BY_CLOCK, types);
