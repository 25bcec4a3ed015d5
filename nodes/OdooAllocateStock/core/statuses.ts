/** What became of an order; stands in the item and never changes. */
export type AllocationStatus = 'allocated' | 'partiallyAllocated' | 'short';

export const STATUS_TEXT = {
	allocated: 'Stock allocated',
	partiallyAllocated: 'Stock partially allocated',
	short: 'Stock short',
} as const satisfies Record<AllocationStatus, string>;
