import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../../shared/n8n/orderParameter';
import { propertiesOf } from '../../shared/n8n/settings/readSettings';
import { options } from './options';
import { criteria, policy } from './policy';
import { dryRun, remainder, scope, strategy } from './reservation';

export const SETTINGS = [policy, criteria, scope, strategy, remainder, dryRun, options] as const;

export const properties: INodeProperties[] = [orderParameter, ...propertiesOf(SETTINGS)];
