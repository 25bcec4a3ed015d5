import { isNodeStep, type History, type Step } from '../steps';
import { actOn } from './playInMemory';
import { quotation, type SimulatedOrder } from './simulatedOrder';

/**
 * A history without the steps of people that the simulation knows to be impossible, and without runs of a node to which
 * nothing happened since the last one; cut off after so many runs.
 */
export const withoutIdleSteps = ({ setup, steps }: History, runs: number): History => {
	const kept: Step[] = [];
	let order: SimulatedOrder = quotation(setup);
	let changedSince = true;
	let left = runs;
	for (const step of steps) {
		const next = actOn(order, step);
		if (left === 0 || (isNodeStep(step) ? !changedSince : next === null)) continue;
		kept.push(step);
		order = next ?? order;
		changedSince = !isNodeStep(step);
		if (isNodeStep(step)) left -= 1;
	}
	return { setup, steps: kept };
};
