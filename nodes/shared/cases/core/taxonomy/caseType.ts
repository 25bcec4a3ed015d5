import type { OwnerRole } from '../roles';

/** The stages of an order, as people read them in front of a title. */
export const STAGE_NAMES = {
	intake: 'Order',
	price: 'Price',
	credit: 'Credit',
	stock: 'Stock',
	ship: 'Delivery',
	invoice: 'Invoice',
	dispute: 'Dispute',
	cash: 'Payment',
	integration: 'Integration',
	other: 'Other',
} as const;
export type Stage = keyof typeof STAGE_NAMES;

/** What has to be put right: a trade decision, the machinery, or the records. */
export type CaseKind = 'business' | 'technical' | 'data';

/** What the case does to the order. */
export type CaseCategory =
	| 'blocked'
	| 'delayed'
	| 'incorrect'
	| 'disputed'
	| 'requested'
	| 'failed';

/** Most severe first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

interface CaseType {
	readonly stage: Stage;
	readonly kind: CaseKind;
	readonly category: CaseCategory;
	readonly owner: OwnerRole;
	readonly severity: Severity;
	/** Working hours from opening to the deadline. */
	readonly slaHours: number;
	/** Completes "S00042: …". */
	readonly title: string;
	/** What the owner can do. */
	readonly advice: string;
}

export type CaseTypes = { readonly [code: string]: CaseType };
