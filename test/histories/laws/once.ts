import type { OrderFacts } from '../facts';
import { broken, type Broken } from './broken';
import { documentsText } from './release';

const traceText = (order: OrderFacts): string =>
	`${documentsText(order)} | ${order.traces.join(', ')}`;

/** A run after a run of the same node changes nothing. */
export const brokenByRepetition = (first: OrderFacts, second: OrderFacts): Broken[] => {
	const [was, is] = [traceText(first), traceText(second)];
	return was === is ? [] : [broken('notOnce', `${was} became ${is}`)];
};
