import type { DemandLine, Strategy } from './problem';

export interface Bounds {
	readonly floor: number;
	readonly ceiling: number;
}

type Bound = (line: DemandLine) => Bounds;

/** Picked goods stay where they are under every strategy; nobody holds more than they ask for. */
const between = (floor: number, ceiling: number, { asked, picked }: DemandLine): Bounds => {
	const least = Math.min(Math.max(floor, picked), Math.max(asked, picked));
	return { floor: least, ceiling: Math.max(Math.min(ceiling, asked), least) };
};

const heldOf = ({ held, asked }: DemandLine): number => Math.min(held, asked);

const BOUNDS = {
	win: (line) => between(heldOf(line), line.asked, line),
	keep: (line) => between(heldOf(line), line.asked, line),
	improve: (line) => between(heldOf(line), line.asked, line),
	redistribute: (line) => between(0, line.asked, line),
	fill: (line) => between(0, heldOf(line), line),
	giveUp: (line) => between(0, line.asked, line),
} as const satisfies Record<Strategy, Bound>;

export const boundsOf = (strategy: Strategy, line: DemandLine): Bounds => BOUNDS[strategy](line);

/** Who is served first, whatever the ranks say. */
export const TURN = {
	win: 0,
	keep: 1,
	improve: 2,
	redistribute: 2,
	fill: 2,
	giveUp: 3,
} as const satisfies Record<Strategy, number>;
