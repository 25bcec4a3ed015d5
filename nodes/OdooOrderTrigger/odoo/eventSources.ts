import type { EventType } from '../core/eventTypes';
import { creditSource } from './creditSource';
import { deliverySource } from './deliverySource';
import type { DueSource, EventSource } from './eventSource';
import { invoiceSource } from './invoiceSource';
import { lateDeliveries } from './lateDeliveries';
import { orderSource } from './orderSource';
import { overdueInvoices } from './overdueInvoices';
import { paymentSource } from './paymentSource';
import { trackedSource } from './trackedSource';

/** Read in this order, so that a confirmation comes before what follows from it. */
const EVENT_SOURCES: readonly EventSource[] = [
	orderSource,
	trackedSource,
	deliverySource,
	invoiceSource,
	paymentSource,
	creditSource,
];
const DUE_SOURCES: readonly DueSource[] = [lateDeliveries, overdueInvoices];

const telling = <Source extends { readonly types: readonly EventType[] }>(
	sources: readonly Source[],
	types: readonly EventType[],
): Source[] => sources.filter((source) => source.types.some((type) => types.includes(type)));

export const sourcesOf = (types: readonly EventType[]): EventSource[] =>
	telling(EVENT_SOURCES, types);
export const dueSourcesOf = (types: readonly EventType[]): DueSource[] =>
	telling(DUE_SOURCES, types);
