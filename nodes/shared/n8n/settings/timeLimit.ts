import type { IExecuteFunctions } from 'n8n-workflow';

import { OPTIONS, optionsSetting } from './groups';
import { numberSetting } from './kinds';
import { parametersOfRun, readSettings } from './readSettings';

/** Every node that works through items has it among its options. */
export const timeLimitSetting = numberSetting({
	displayName: 'Time Limit (Seconds)',
	name: 'timeLimit',
	type: 'number',
	typeOptions: { minValue: 10, maxValue: 86_400 },
	default: 240,
	description:
		'After that nothing new is begun; items that are not done yet fail and can be run again',
});

/** For a node, or an operation, without options of its own. */
export const onlyTimeLimit = optionsSetting(OPTIONS, [timeLimitSetting]);

/** Milliseconds. @throws NodeOperationError */
export const readTimeLimit = (
	context: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'isToolExecution'>,
): number => readSettings([onlyTimeLimit], parametersOfRun(context)).options.timeLimit * 1000;
