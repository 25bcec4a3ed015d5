import type { DocumentFacts, LineFacts, OrderFacts } from '../facts';
import { balanceOf, entriesOf, goodsOf } from './balance';

/** What the laws have to remember of an order beside its present rows. */
export interface Memory {
	readonly everWorth: ReadonlyMap<number, Worth>;
	/** Drafts that stayed after a step, by id. A node posts its own in the run that makes them: these are a person's. */
	readonly drafts: ReadonlySet<number>;
	/** What an approval was given for; null when there is none, or the order was cancelled since. */
	readonly approval: Approval | null;
}

interface Worth {
	/** Everything the line was ever worth: what came back and goes out again counts anew. */
	readonly ever: number;
	readonly now: number;
	/** What was credited and a person made a draft of: he decided that it is owed after all. */
	readonly again: number;
}

export interface Approval {
	readonly debtor: number;
	readonly company: number;
	readonly currency: number;
	readonly total: number;
	readonly termDays: number;
}

export const NOTHING_KNOWN: Memory = {
	everWorth: new Map(),
	drafts: new Set(),
	approval: null,
};

const UNKNOWN: Worth = { ever: 0, now: 0, again: 0 };

/** After every step. */
export const remember = (memory: Memory, order: OrderFacts): Memory => {
	const drafts = order.documents.filter(
		({ id, state }) => state === 'draft' && !memory.drafts.has(id),
	);
	return {
		everWorth: new Map(
			goodsOf(order).map((line) => [
				line.id,
				next(memory.everWorth.get(line.id) ?? UNKNOWN, { order, line, drafts }),
			]),
		),
		drafts: new Set([...memory.drafts, ...drafts.map(({ id }) => id)]),
		approval: order.state === 'cancel' ? null : memory.approval,
	};
};

/** What is cancelled or not wanted any more is owed no longer, but for what is invoiced of it already. */
const next = (
	{ ever, now, again }: Worth,
	{
		order,
		line,
		drafts,
	}: {
		readonly order: OrderFacts;
		readonly line: LineFacts;
		readonly drafts: readonly DocumentFacts[];
	},
): Worth => {
	const { worth: net, returned, billed, credited } = balanceOf(order, line);
	const worth = line.invoicedBy === 'order' ? net : net + returned;
	const rise = worth - now;
	const drafted = entriesOf({ ...order, documents: drafts }, line.id).reduce(
		(sum, { quantity }) => sum + Math.max(0, quantity),
		0,
	);
	return {
		ever: rise >= 0 ? ever + rise : Math.max(Math.min(ever, billed), ever + rise),
		now: worth,
		again: again + Math.max(0, Math.min(drafted, credited - again)),
	};
};

export const everWorthOf = (memory: Memory, line: number): number => {
	const { ever, again } = memory.everWorth.get(line) ?? UNKNOWN;
	return ever + again;
};
