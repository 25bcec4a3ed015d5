import type { Law } from './laws/broken';
import { isNodeStep, type History, type Setup, type Step } from './steps';
import type { PlayedHistory } from './played';

/** A history at whose last step a law broke. */
export interface Counterexample {
	readonly law: Law;
	readonly detail: string;
	readonly history: History;
	readonly answers: readonly string[];
}

/** The first break of each law in a history, cut off behind it. */
export const counterexamplesIn = ({ history, played }: PlayedHistory): Counterexample[] => {
	const seen = new Set<Law>();
	return played.flatMap(({ broken, answers }, index) =>
		broken.flatMap(({ law, detail }) => {
			if (seen.has(law)) return [];
			seen.add(law);
			const steps = played
				.slice(0, index + 1)
				.filter(({ refused }) => refused === null)
				.map(({ step }) => step);
			return [{ law, detail, history: { ...history, steps }, answers }];
		}),
	);
};

const without = <Item>(list: readonly Item[], index: number): Item[] => [
	...list.slice(0, index),
	...list.slice(index + 1),
];

/** Histories that are one thing simpler, the boldest simplification first. */
export const simpler = ({ setup, steps }: History): History[] => [
	...steps.slice(0, -1).map((_step, index) => ({ setup, steps: without(steps, index) })),
	...simplerSetups(setup).map((changed) => ({ setup: changed, steps })),
	...steps.flatMap((step, index) =>
		simplerSteps(step).map((changed) => ({
			setup,
			steps: [...steps.slice(0, index), changed, ...steps.slice(index + 1)],
		})),
	),
];

const simplerSetups = (setup: Setup): Setup[] => [
	...(setup.lines.length > 1
		? setup.lines.map((_line, index) => ({ ...setup, lines: without(setup.lines, index) }))
		: []),
	...(setup.transfers > 1 ? [{ ...setup, transfers: 1 as const }] : []),
	...(setup.policy === 'standard' ? [] : [{ ...setup, policy: 'standard' as const }]),
	...(setup.lines.some(({ taxed }) => taxed)
		? [{ ...setup, lines: setup.lines.map((line) => ({ ...line, taxed: false })) }]
		: []),
	...(setup.lines.some(({ discount, price }) => discount > 0 || price !== 100)
		? [
				{
					...setup,
					lines: setup.lines.map((line) => ({ ...line, discount: 0 as const, price: 100 })),
				},
			]
		: []),
];

const simplerSteps = (step: Step): Step[] => {
	if (!isNodeStep(step)) return [];
	return [
		...(step.runs === 'once' ? [] : [{ ...step, runs: 'once' as const }]),
		...(step.do === 'check' && step.confirms ? [{ do: 'confirm' as const }] : []),
	];
};

/** How much there is to read; steps above all. */
export const lengthOf = ({ setup, steps }: History): number => {
	const odd = [
		setup.transfers > 1,
		setup.policy !== 'standard',
		...setup.lines.flatMap(({ taxed, discount, price }) => [taxed, discount > 0, price !== 100]),
		...steps.map((step) => isNodeStep(step) && step.runs !== 'once'),
		...steps.map(({ do: name }) => name === 'check'),
	];
	return steps.length * 1_000 + setup.lines.length * 100 + odd.filter(Boolean).length;
};
