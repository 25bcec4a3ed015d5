import type { FunctionsBase, IPollFunctions } from 'n8n-workflow';

import { parametersOfTrigger, readSettings } from '../shared/n8n/settings/readSettings';
import type { ValueOf } from '../shared/n8n/settings/setting';
import type { EventQuery } from './core/eventQuery';
import { SETTINGS } from './properties';
import type { options } from './properties/options';
import type { receive } from './properties/receiving';
import { scopeOf } from './secret';

export interface TriggerParameters extends ValueOf<typeof options> {
	/** What to look for in Odoo. */
	readonly query: EventQuery;
	readonly receive: ValueOf<typeof receive>;
	/** Days before the activation that the first sweep reports; 0 for none. */
	readonly existingDays: number;
}

type ParameterContext = Pick<FunctionsBase, 'getNode' | 'getWorkflow'> &
	Pick<IPollFunctions, 'getNodeParameter'>;

/** @throws NodeOperationError that names the parameter to correct */
export const readParameters = (context: ParameterContext): TriggerParameters => {
	const { events, filters, options, processExisting, existingDays, receive, ...wanted } =
		readSettings(SETTINGS, parametersOfTrigger(context));
	return {
		query: { ...wanted, types: events, filter: filters, scope: scopeOf(context) },
		receive,
		existingDays: processExisting ? existingDays : 0,
		...options,
	};
};
