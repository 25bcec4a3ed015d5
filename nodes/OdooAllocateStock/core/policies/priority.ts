import { serveInTurn } from '../serve';
import type { AllocationPolicy } from './policy';

export const priority = {
	code: 'priority',
	label: 'Priority',
	description: 'The more important order is served first',
	sortedBy: null,
	divide: serveInTurn,
} as const satisfies AllocationPolicy;
