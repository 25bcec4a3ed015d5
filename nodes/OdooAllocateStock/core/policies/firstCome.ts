import { serveInTurn } from '../serve';
import type { AllocationPolicy } from './policy';

export const firstCome = {
	code: 'firstCome',
	label: 'First Come',
	description: 'The older order is served first',
	sortedBy: ['orderDate'],
	divide: serveInTurn,
} as const satisfies AllocationPolicy;
