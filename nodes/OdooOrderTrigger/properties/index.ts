import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { events, holdTag, overdueDays, watchedFields } from './events';
import { filters } from './filters';
import { options } from './options';
import { existingDays, processExisting, receive } from './receiving';

/** In the order of the editor. */
export const SETTINGS = [
	events,
	watchedFields,
	holdTag,
	overdueDays,
	receive,
	processExisting,
	existingDays,
	filters,
	options,
] as const;

export const properties = propertiesOf(SETTINGS);
