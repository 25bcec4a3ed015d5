import type { InvoicingOrder, OrderLineFacts } from '../facts';
import type { InvoicePolicy } from '../policy';
import type { Finding, Reason } from '../reason';
import type { ReconciliationPolicy } from '../reconciliation';

type Options = { readonly [name: string]: { readonly name: string; readonly default: unknown } };

/** A check, all that it may find, and what the editor offers to switch or to widen it; no option where it always holds. */
export interface Rule<
	Asked extends readonly unknown[],
	Code extends string = string,
	Offered extends Options = Options,
> {
	readonly findings: readonly Finding<Code, never>[];
	readonly options: Offered;
	readonly check: (...asked: Asked) => readonly Reason<Code>[];
}

/** What is asked of an order, its policy, and today in the user's calendar, `YYYY-MM-DD`. */
type Gate = readonly [order: InvoicingOrder, policy: InvoicePolicy, today: string];

export type GateRule<Code extends string = string, Offered extends Options = Options> = Rule<
	Gate,
	Code,
	Offered
>;

/** Keeps an order from being invoiced. */
export const gateRule = <Code extends string, const Offered extends Options>(
	declared: GateRule<Code, Offered>,
): GateRule<Code, Offered> => declared;

/** Says why nothing is to be invoiced at all. */
export const stateRule = <Code extends string>(
	declared: Rule<readonly [order: InvoicingOrder], Code>,
): Rule<readonly [order: InvoicingOrder], Code> => declared;

type Compared = readonly [
	order: InvoicingOrder,
	line: OrderLineFacts,
	policy: ReconciliationPolicy,
];

type Looked = readonly [order: InvoicingOrder, policy: ReconciliationPolicy];

/** Looks for what was left undone of an order as a whole. */
export const orderRule = <Code extends string, const Offered extends Options>(
	declared: Rule<Looked, Code, Offered>,
): Rule<Looked, Code, Offered> => declared;

/** Compares what was shipped of a line of goods with what was invoiced. */
export const lineRule = <Code extends string, const Offered extends Options>(
	declared: Rule<Compared, Code, Offered>,
): Rule<Compared, Code, Offered> => declared;
