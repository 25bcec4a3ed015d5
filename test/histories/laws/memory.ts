import type { OrderFacts } from '../facts';
import { balanceOf, goodsOf } from './balance';

/** What the laws have to remember of an order beside its present rows. */
export interface Memory {
	/** Of each line, everything it was ever worth: what came back and goes out again counts anew. */
	readonly everWorth: ReadonlyMap<number, { readonly ever: number; readonly now: number }>;
	/** What an approval was given for; null when there is none, or the order was cancelled since. */
	readonly approval: Approval | null;
}

export interface Approval {
	readonly debtor: number;
	readonly company: number;
	readonly currency: number;
	readonly total: number;
	readonly termDays: number;
}

export const NOTHING_KNOWN: Memory = { everWorth: new Map(), approval: null };

/** After every step. What is cancelled or not wanted any more is owed no longer, but for what is invoiced of it already. */
export const remember = (memory: Memory, order: OrderFacts): Memory => ({
	everWorth: new Map(
		goodsOf(order).map((line) => {
			const { worth: net, returned, billed } = balanceOf(order, line);
			const worth = line.invoicedBy === 'order' ? net : net + returned;
			const { ever, now } = memory.everWorth.get(line.id) ?? { ever: 0, now: 0 };
			const rise = worth - now;
			const next = rise >= 0 ? ever + rise : Math.max(Math.min(ever, billed), ever + rise);
			return [line.id, { ever: next, now: worth }] as const;
		}),
	),
	approval: order.state === 'cancel' ? null : memory.approval,
});

export const everWorthOf = (memory: Memory, line: number): number =>
	memory.everWorth.get(line)?.ever ?? 0;
