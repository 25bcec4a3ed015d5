import { groupBy } from '../../../nodes/shared/core/collections';
import { brokenByCheck, rememberApproval, type CreditAnswer } from '../laws/credit';
import { broken, type Broken } from '../laws/broken';
import { remember } from '../laws/memory';
import { brokenByRepetition } from '../laws/once';
import { brokenByRelease, type ReleaseAnswer } from '../laws/release';
import {
	isNodeStep,
	RELEASE_POLICIES,
	type History,
	type NodeStep,
	type PersonStep,
	type Runs,
} from '../steps';
import type { HistoryOdoo } from './odoo';
import { openSeats, type House } from './openSeats';
import { checkAll, releaseAll } from './runNodes';
import { nextOf, type Seat } from './seat';

/**
 * Plays histories side by side: steps of people for all orders that have one next, until every order waits for a node or is
 * done; then the nodes, each over all orders that wait for it. After every step the tables are read and the laws are asked.
 */
export const playHistories = async (
	odoo: HistoryOdoo,
	house: House,
	histories: readonly History[],
): Promise<readonly Seat[]> => {
	let seats: readonly Seat[] = await openSeats(odoo, house, histories);
	while (seats.some((seat) => nextOf(seat) !== undefined)) {
		seats = await peopleAct(odoo, seats);
		if (seats.some(isAtPerson)) continue;
		seats = await nodesRun(odoo, seats);
	}
	return seats;
};

const personStepOf = (seat: Seat): PersonStep | null => {
	const step = nextOf(seat);
	return step === undefined || isNodeStep(step) ? null : step;
};
const nodeStepOf = (seat: Seat): NodeStep | null => {
	const step = nextOf(seat);
	return step !== undefined && isNodeStep(step) ? step : null;
};
const isAtPerson = (seat: Seat): boolean => personStepOf(seat) !== null;

const peopleAct = async (odoo: HistoryOdoo, seats: readonly Seat[]): Promise<readonly Seat[]> => {
	const moves = seats.flatMap((seat) => {
		const step = personStepOf(seat);
		return step === null ? [] : [{ ...seat, step }];
	});
	const refused = await odoo.play(moves);
	const facts = await odoo.facts(moves.map(({ order }) => order));
	return seats.map((seat) => {
		const step = personStepOf(seat);
		if (step === null) return seat;
		const now = facts.get(seat.order) ?? seat.facts;
		return {
			...seat,
			at: seat.at + 1,
			facts: now,
			memory: remember(seat.memory, now),
			played: [
				...seat.played,
				{ step, refused: refused.get(seat.order) ?? null, answers: [], broken: [], facts: now },
			],
		};
	});
};

/** The orders that a node runs over together: those of one setting. */
const settingOf = (seat: Seat): string | null => {
	const step = nodeStepOf(seat);
	if (step === null) return null;
	return step.do === 'check' ? `check ${step.confirms}` : `release ${seat.history.setup.policy}`;
};

const nodesRun = async (odoo: HistoryOdoo, seats: readonly Seat[]): Promise<readonly Seat[]> => {
	let now = seats;
	const settings = [...groupBy(seats, (seat) => settingOf(seat) ?? '').entries()];
	for (const [setting, group] of settings) {
		if (setting === '') continue;
		const answers = await runOver(odoo, group);
		now = now.map((seat) => answers.get(seat.order) ?? seat);
	}
	return now;
};

/** What the executions said of an order, one after the other or at once. */
type Said =
	| { readonly kind: 'release'; readonly answers: readonly ReleaseAnswer[] }
	| { readonly kind: 'check'; readonly answers: readonly CreditAnswer[] };

type Execution = (orderIds: readonly number[]) => Promise<ReadonlyMap<number, Said>>;

/** A run over all that have one run or two in a row; two at once over the rest; then the second one. */
const runOver = async (
	odoo: HistoryOdoo,
	group: readonly Seat[],
): Promise<ReadonlyMap<number, Seat>> => {
	const execute = executionFor(group[0]);
	const having = (...runs: readonly Runs[]): number[] =>
		group
			.filter((seat) => runs.includes(nodeStepOf(seat)?.runs ?? 'once'))
			.map(({ order }) => order);
	const all = group.map(({ order }) => order);
	const single = await executeOn(execute, having('once', 'twice'));
	const [one, other] = await Promise.all([
		executeOn(execute, having('atOnce')),
		executeOn(execute, having('atOnce').reverse()),
	]);
	const said = new Map([...single, ...joined(one, other)]);
	const first = await odoo.facts(all);
	const again = await executeOn(execute, having('twice'));
	const second = await odoo.facts([...again.keys()]);
	return new Map(
		group.map((seat) => {
			const answers = said.get(seat.order);
			const after = first.get(seat.order) ?? seat.facts;
			const once = judged(seat, after, answers);
			const repeated = again.get(seat.order);
			const last = second.get(seat.order) ?? after;
			const twice = repeated
				? [
						...brokenByRepetition(
							after,
							last,
							(answers?.answers ?? []).flatMap(({ reasons }) => reasons),
						),
						...judged({ ...seat, facts: after, memory: once.memory }, last, repeated).broken,
					]
				: [];
			return [seat.order, advanced(seat, last, { ...once, said: [answers, repeated], twice })];
		}),
	);
};

const executeOn = async (
	execute: Execution,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, Said>> =>
	orderIds.length === 0 ? new Map() : await execute(orderIds);

const executionFor = (seat: Seat | undefined): Execution => {
	const step = seat && nodeStepOf(seat);
	if (seat && step?.do === 'release')
		return async (orderIds) =>
			mapped(
				await releaseAll(orderIds, RELEASE_POLICIES[seat.history.setup.policy]),
				(answer): Said => ({ kind: 'release', answers: [answer] }),
			);
	return async (orderIds) =>
		mapped(
			await checkAll(orderIds, { confirmQuotations: step?.do === 'check' && step.confirms }),
			(answer): Said => ({ kind: 'check', answers: [answer] }),
		);
};

const mapped = <From, To>(
	map: ReadonlyMap<number, From>,
	change: (value: From) => To,
): ReadonlyMap<number, To> => new Map([...map].map(([key, value]) => [key, change(value)]));

const joined = (
	one: ReadonlyMap<number, Said>,
	other: ReadonlyMap<number, Said>,
): ReadonlyMap<number, Said> =>
	new Map(
		[...one].map(([order, said]) => {
			const more = other.get(order);
			if (said.kind === 'release' && more?.kind === 'release')
				return [order, { ...said, answers: [...said.answers, ...more.answers] }];
			if (said.kind === 'check' && more?.kind === 'check')
				return [order, { ...said, answers: [...said.answers, ...more.answers] }];
			return [order, said];
		}),
	);

interface Judged {
	readonly broken: readonly Broken[];
	readonly memory: Seat['memory'];
}

const judged = (seat: Seat, after: Seat['facts'], said: Said | undefined): Judged => {
	const memory = remember(seat.memory, after);
	if (said === undefined)
		return { broken: [broken('failed', 'the order did not come out')], memory };
	const { facts: before, history } = seat;
	if (said.kind === 'release') {
		const { answers } = said;
		const run = { setup: history.setup, before, after, memory: seat.memory, answers };
		return { broken: brokenByRelease(run), memory };
	}
	const { answers } = said;
	return {
		broken: brokenByCheck({ before, memory: seat.memory, answers }),
		memory: rememberApproval(memory, after, answers),
	};
};

interface Run {
	readonly memory: Seat['memory'];
	readonly broken: readonly Broken[];
	readonly twice: readonly Broken[];
	readonly said: readonly (Said | undefined)[];
}

const advanced = (seat: Seat, facts: Seat['facts'], run: Run): Seat => {
	const step = nodeStepOf(seat);
	if (step === null) return seat;
	const answers = run.said.flatMap((said) =>
		(said?.answers ?? []).map(({ decision, reasons, message }) =>
			[decision, ...reasons, message].filter((text) => text !== '').join(' '),
		),
	);
	return {
		...seat,
		at: seat.at + 1,
		facts,
		memory: remember(run.memory, facts),
		played: [
			...seat.played,
			{ step, refused: null, answers, broken: [...run.broken, ...run.twice], facts },
		],
	};
};
