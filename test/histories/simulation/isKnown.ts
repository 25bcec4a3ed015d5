import type { Step } from '../steps';
import { lineAt } from './invoicing';
import type { SimulatedOrder } from './simulatedOrder';
import { isBeyondShelf } from './stock';

/** Whether the simulation knows what Odoo makes of a step; what it does not know, it does not play. */
export const isKnown = (order: SimulatedOrder, step: Step): boolean => {
	if (step.do !== 'setQuantity' || order.state !== 'sale') return true;
	const line = lineAt(order, step.line);
	return line === undefined || !isBeyondShelf(order, { ...line, ordered: step.quantity });
};
