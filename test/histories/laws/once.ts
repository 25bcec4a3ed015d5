import type { OrderFacts } from '../facts';
import { broken, type Broken } from './broken';
import { documentsText } from './release';

const traceText = (order: OrderFacts): string =>
	`${documentsText(order)} | ${order.traces.join(', ')}`;

/** What is told to be left for another run. */
const REST = 'restNotInvoiced';

/** A run after a run of the same node changes nothing, unless the first one said that something is left. */
export const brokenByRepetition = (
	first: OrderFacts,
	second: OrderFacts,
	reasons: readonly string[],
): Broken[] => {
	if (reasons.includes(REST)) return [];
	const [was, is] = [traceText(first), traceText(second)];
	return was === is ? [] : [broken('notOnce', `${was} became ${is}`)];
};
