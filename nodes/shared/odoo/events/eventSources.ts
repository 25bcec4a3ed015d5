import type { EventType } from '../../core/events/eventTypes';
import { deliverySource } from './deliverySource';
import type { EventSource } from './eventSource';
import { invoiceSource } from './invoiceSource';
import { orderSource } from './orderSource';

export const EVENT_SOURCES: readonly EventSource[] = [orderSource, deliverySource, invoiceSource];

export const sourcesOf = (types: readonly EventType[]): EventSource[] =>
	EVENT_SOURCES.filter((source) => source.types.some((type) => types.includes(type)));
