import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../../shared/n8n/orderParameter';
import { dryRunSetting } from '../../shared/n8n/settings/dryRun';
import { flagSetting, numberSetting } from '../../shared/n8n/settings/kinds';
import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { onlyTimeLimit } from '../../shared/n8n/settings/timeLimit';
import { calendarSettings } from './calendar';
import { exceptionSettings } from './exception';
import { overrides } from './overrides';
import { ownerSettings } from './owners';
import { AMOUNT } from '../../shared/n8n/settings/bounds';

const highValueFrom = numberSetting({
	displayName: 'High Value From',
	name: 'highValueFrom',
	type: 'number',
	typeOptions: AMOUNT,
	default: 0,
	description:
		'An order with this total or more, in its own currency, moves up one priority; 0 for none',
});

const notifyOwner = flagSetting({
	displayName: 'Notify Owner',
	name: 'notifyOwner',
	type: 'boolean',
	default: true,
	description:
		'Whether Odoo notifies the owner of a new case, by email or in the inbox as the user prefers',
});

export const SETTINGS = [
	...exceptionSettings,
	...ownerSettings,
	...calendarSettings,
	highValueFrom,
	overrides,
	notifyOwner,
	dryRunSetting(),
	onlyTimeLimit,
] as const;

export const properties: INodeProperties[] = [orderParameter, ...propertiesOf(SETTINGS)];
