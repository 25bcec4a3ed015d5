import type { LineReason } from './reasons';

interface Bounds {
	readonly floor: number;
	readonly ceiling: number;
}

/** What a line asks for, what it holds of that, and what of it is picked. */
interface Holding {
	readonly asked: number;
	readonly held: number;
	readonly picked: number;
}

/** What may happen to what is reserved already. */
interface StrategyShape {
	readonly code: string;
	readonly label: string;
	readonly description: string;
	/** Who is served first, whatever the ranks say. */
	readonly turn: 0 | 1 | 2 | 3;
	readonly boundsOf: (line: Holding) => Bounds;
	/** The order is served whole or stays as it is. */
	readonly isWhole?: true;
	/** Why a line is short where it is not for want of stock. */
	readonly whyShort?: (allocated: number, ceiling: number) => LineReason | null;
}

/** Picked goods stay where they are under every strategy; nobody holds more than they ask for. */
const between = (floor: number, ceiling: number, { asked, picked }: Holding): Bounds => {
	const least = Math.min(Math.max(floor, picked), Math.max(asked, picked));
	return { floor: least, ceiling: Math.max(Math.min(ceiling, asked), least) };
};

const heldOf = ({ held, asked }: Holding): number => Math.min(held, asked);
const keeps = (line: Holding): Bounds => between(heldOf(line), line.asked, line);
const risks = (line: Holding): Bounds => between(0, line.asked, line);

export const STRATEGIES = {
	fill: {
		code: 'fill',
		label: 'Fill',
		description: 'May keep or lose what is reserved, never gains',
		turn: 2,
		boundsOf: (line) => between(0, heldOf(line), line),
		whyShort: (allocated, ceiling) => (allocated >= ceiling ? 'keepsWhatItHas' : null),
	},
	keep: {
		code: 'keep',
		label: 'Gain',
		description: 'Keeps what is reserved and gains before the others',
		turn: 1,
		boundsOf: keeps,
	},
	improve: {
		code: 'improve',
		label: 'Improve',
		description: 'Keeps what is reserved and may gain in its turn',
		turn: 2,
		boundsOf: keeps,
	},
	giveUp: {
		code: 'giveUp',
		label: 'Lose',
		description: 'Gives back everything and gets what the others leave',
		turn: 3,
		boundsOf: risks,
		whyShort: () => 'givesUp',
	},
	redistribute: {
		code: 'redistribute',
		label: 'Redistribute',
		description: 'May gain or lose in its turn',
		turn: 2,
		boundsOf: risks,
	},
	win: {
		code: 'win',
		label: 'Win',
		description: 'Is served whole before all others, or stays as it is',
		turn: 0,
		boundsOf: keeps,
		isWhole: true,
	},
} as const satisfies { readonly [code: string]: StrategyShape };

export type Strategy = keyof typeof STRATEGIES;

export const strategyOf = ({ strategy }: { readonly strategy: Strategy }): StrategyShape =>
	STRATEGIES[strategy];
