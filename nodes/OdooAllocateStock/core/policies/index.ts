import { fairShare } from './fairShare';
import { firstCome } from './firstCome';
import { greatestValue } from './greatestValue';
import type { AllocationPolicy } from './policy';
import { priority } from './priority';

export const POLICIES = {
	fairShare,
	firstCome,
	greatestValue,
	priority,
} as const satisfies { readonly [code: string]: AllocationPolicy };

export type Policy = keyof typeof POLICIES;
