import { add, exact, roundTo, subtract, sum, type Exact } from '../../nodes/shared/core/exact';
import { orderLedgerOf, type LineLedger } from '../../nodes/shared/ledger/core/orderLedger';
import type { LineFacts, OrderFacts } from './facts';
import { someHistories } from './histories';
import { balanceOf, goodsOf, TINY } from './laws/balance';
import { scriptOf } from './script';
import { isKnown } from './simulation/isKnown';
import { actOn } from './simulation/playInMemory';
import { quotation, type SimulatedOrder } from './simulation/simulatedOrder';
import { toFacts } from './simulation/toFacts';
import { toOrderRow } from './simulation/toOrderRow';
import type { History } from './steps';

const COUNT = 1_000;
const SEED = 12;
const TURNS = 5;

const figure = (value: Exact): number => roundTo(value, 6);

/** What the ledger says of a line and what its rows say, as far as they differ. */
const differencesOf = (order: OrderFacts, line: LineFacts, ledger: LineLedger): string[] => {
	const { worth, due, keptWithDrafts } = balanceOf(order, line);
	const places = [ledger.undelivered, ledger.deliveredNotInvoiced, ledger.invoiced, ledger.waived];
	const compared: readonly (readonly [string, Exact, number])[] = [
		['worth', ledger.worth, worth],
		['due', ledger.due, due],
		['invoiced', ledger.invoiced, keptWithDrafts],
		['places of', sum(places), figure(add(exact(worth), ledger.overInvoiced))],
		['negative', subtract(sum(places.filter((place) => figure(place) < 0)), exact(0)), 0],
	];
	return compared
		.filter(([, is, right]) => Math.abs(figure(is) - right) > TINY)
		.map(([name, is, right]) => `${name} line ${line.id}: ${figure(is)}, by its rows ${right}`);
};

const differencesAt = (order: SimulatedOrder): string[] => {
	const facts = toFacts(order);
	const { lines } = orderLedgerOf(toOrderRow(order));
	if (facts.state === 'draft') return [];
	return goodsOf(facts).flatMap((line) => {
		const ledger = lines.find(({ id }) => id === line.id);
		return ledger ? differencesOf(facts, line, ledger) : [`line ${line.id} is missing`];
	});
};

/** The first step after which the ledger is wrong. */
const firstDifference = ({ setup, steps }: History): string | null => {
	let order = quotation(setup);
	for (const [index, step] of steps.entries()) {
		if (!isKnown(order, step)) return null;
		order = actOn(order, step) ?? order;
		const found = differencesAt(order);
		if (found.length > 0)
			return [...found, scriptOf({ setup, steps: steps.slice(0, index + 1) })].join('\n');
	}
	return null;
};

it(`the ledger of ${COUNT} histories says what their rows say`, () => {
	const found = someHistories(COUNT, SEED, TURNS).flatMap(
		(history) => firstDifference(history) ?? [],
	);
	expect(found.sort((a, b) => a.length - b.length).slice(0, 3)).toEqual([]);
});
