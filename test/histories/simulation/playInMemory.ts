import { NOTHING_KNOWN, remember, type Memory } from '../laws/memory';
import { brokenByRepetition } from '../laws/once';
import { brokenByRelease, type ReleaseAnswer } from '../laws/release';
import type { Played, PlayedHistory } from '../played';
import type { History, Step } from '../steps';
import { act } from './act';
import { release } from './release';
import { quotation, type SimulatedOrder } from './simulatedOrder';
import { toFacts } from './toFacts';

interface Position {
	readonly order: SimulatedOrder;
	readonly memory: Memory;
	readonly played: readonly Played[];
}

/** A history on the simulation, step by step, with what the laws say after each. */
export const playInMemory = (history: History): PlayedHistory => {
	const { setup, steps } = history;
	const order = quotation(setup);
	const start: Position = { order, memory: remember(NOTHING_KNOWN, toFacts(order)), played: [] };
	return { history, played: steps.reduce(playStep, start).played };
};

const playStep = (position: Position, step: Step): Position => {
	if (step.do === 'release') return playRelease(position, step);
	const next =
		step.do === 'check' ? checked(position.order, step.confirms) : act(position.order, step);
	const order = next ?? position.order;
	const facts = toFacts(order);
	return {
		order,
		memory: remember(position.memory, facts),
		played: [
			...position.played,
			{ step, refused: next ? null : 'not possible', answers: [], broken: [], facts },
		],
	};
};

/** Null where a step is none. */
export const actOn = (order: SimulatedOrder, step: Step): SimulatedOrder | null => {
	const later = { ...order, now: order.now + 1 };
	if (step.do === 'release') return release(later).order;
	return step.do === 'check' ? checked(later, step.confirms) : act(later, step);
};

/** Of Credit Check only its confirmation matters here. */
const checked = (order: SimulatedOrder, confirms: boolean): SimulatedOrder | null =>
	confirms ? act(order, { do: 'confirm' }) : null;

const playRelease = ({ order, memory, played }: Position, step: Step): Position => {
	const before = toFacts(order);
	const first = release({ ...order, now: order.now + 1 });
	const after = toFacts(first.order);
	const second = release(first.order);
	const last = toFacts(second.order);
	const { setup } = order;
	const broken = [
		...brokenByRelease({ setup, before, after, memory, answers: [first.answer] }),
		...brokenByRepetition(after, last, first.answer.reasons),
		...brokenByRelease({
			setup,
			before: after,
			after: last,
			memory: remember(memory, after),
			answers: [second.answer],
		}),
	];
	return {
		order: first.order,
		memory: remember(memory, after),
		played: [
			...played,
			{ step, refused: null, answers: [textOf(first.answer)], broken, facts: after },
		],
	};
};

const textOf = ({ decision, reasons }: ReleaseAnswer): string => [decision, ...reasons].join(' ');
