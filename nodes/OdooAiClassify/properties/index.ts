import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../../shared/n8n/orderParameter';
import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { onlyTimeLimit } from '../../shared/n8n/settings/timeLimit';
import { effectSettings } from './effects';
import { labelSettings } from './labels';
import { modelSettings } from './model';
import { text, textSource } from './text';

/** What holds for all items of a run; the text is each item's own. */
export const RUN_SETTINGS = [
	textSource,
	...modelSettings,
	...labelSettings,
	...effectSettings,
	onlyTimeLimit,
] as const;

export const properties: INodeProperties[] = [
	...propertiesOf([textSource, text]),
	orderParameter,
	...propertiesOf([...modelSettings, ...labelSettings, ...effectSettings, onlyTimeLimit]),
];
