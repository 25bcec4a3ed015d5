import type { Played, PlayedHistory } from '../played';
import { rowsOf } from '../rows';
import { scriptOf } from '../script';
import { act } from '../simulation/act';
import { isKnown } from '../simulation/isKnown';
import { actOn } from '../simulation/playInMemory';
import { quotation, type SimulatedOrder } from '../simulation/simulatedOrder';
import { toFacts } from '../simulation/toFacts';
import { isNodeStep } from '../steps';

/** Where the simulation and Odoo part, at the first step of a history at which they do. */
export interface Difference {
	readonly history: PlayedHistory['history'];
	readonly step: number;
	readonly odoo: readonly string[];
	readonly simulation: readonly string[];
}

/** Plays a history that Odoo played on the simulation, and compares the rows after every step. */
export const differenceOf = ({ history, played }: PlayedHistory): Difference | null => {
	let order = quotation(history.setup);
	for (const [step, done] of played.entries()) {
		if (!isKnown(order, done.step)) return null;
		const next = actAs(order, done);
		order = next ?? order;
		const [odoo, simulation] = [rowsOf(done.facts), rowsOf(toFacts(order))];
		const refused = isNodeStep(done.step) ? null : done.refused;
		if ((next === null) !== (refused !== null))
			return { history, step, odoo: [refused ?? 'done'], simulation: [next ? 'done' : 'refused'] };
		if (odoo.join() !== simulation.join())
			return {
				history,
				step,
				odoo: odoo.filter((row) => !simulation.includes(row)),
				simulation: simulation.filter((row) => !odoo.includes(row)),
			};
	}
	return null;
};

/** What the simulation knows nothing of is taken from Odoo: Credit Check's decision, and its tag that holds the invoice. */
const actAs = (order: SimulatedOrder, { step, facts, answers }: Played): SimulatedOrder | null => {
	if (step.do === 'check')
		return order.state === 'draft' && facts.state === 'sale'
			? act(order, { do: 'confirm' })
			: order;
	if (step.do === 'release' && answers.some((answer) => answer.includes('openHold'))) return order;
	return actOn(order, step);
};

export const differenceText = ({ history, step, odoo, simulation }: Difference): string =>
	[
		`after step ${step + 1} Odoo has [${odoo.join(' | ')}], the simulation [${simulation.join(' | ')}]`,
		scriptOf(history),
	].join('\n');
