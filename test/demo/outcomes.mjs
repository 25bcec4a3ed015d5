// @ts-check
import { readFacts } from './facts.mjs';

/** @typedef {import('./facts.mjs').OrderFacts} OrderFacts */
/** @typedef {'Invoiced' | 'Partially allocated' | 'Short' | 'On hold' | 'Needs approval' | 'Exception'} Kind */
/** @typedef {OrderFacts & { kind: Kind | 'None' }} Outcome */

/** The tags by which Odoo Credit Check marks an order. */
const held = 'Credit Hold';
const undecided = 'Credit Approval Needed';

/** The first that fits. @type {readonly (readonly [Kind, (facts: OrderFacts) => boolean])[]} */
const kinds = [
	['On hold', ({ tags }) => tags.includes(held)],
	['Needs approval', ({ tags }) => tags.includes(undecided)],
	['Invoiced', ({ goods, invoices }) => invoices.length > 0 && goods.delivered === goods.ordered],
	[
		'Short',
		({ goods, cases }) =>
			cases.length > 0 && goods.ordered > 0 && goods.delivered + goods.reserved === 0,
	],
	[
		'Partially allocated',
		({ goods, cases }) => cases.length > 0 && goods.delivered < goods.ordered,
	],
	['Exception', ({ cases }) => cases.length > 0],
];

/**
 * What became of the orders, by what Odoo holds of them.
 * @param {import('./ensure.mjs').OdooClient} client @param {readonly number[]} ids
 * @returns {Promise<Outcome[]>} in the order of the ids
 */
export async function readOutcomes(client, ids) {
	const orders = await readFacts(client, ids);
	return orders.map((facts) => ({
		...facts,
		kind: kinds.find(([, fits]) => fits(facts))?.[0] ?? 'None',
	}));
}
