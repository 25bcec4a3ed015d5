import type { INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { ACCESS } from './access';
import { heldIn } from './heldIn';
import { isReadingCall, type Combination, type Reference } from './matrix';
import type { NodeRun } from './nodeRun';
import type { Tables } from './recorded/tables';
import type { Scene } from './scenes/scene';

export interface Evidence {
	readonly combination: Combination;
	readonly scene: Scene;
	/** How many went in. */
	readonly items: number;
	readonly run: NodeRun;
	/** The run behind it; none where nothing was left of the fault. */
	readonly again: NodeRun | undefined;
	readonly calls: number;
	/** The calls that met the fault. */
	readonly failed: readonly string[];
	readonly reference: Reference;
	/** Odoo after the run with the fault, and after the one behind it. */
	readonly state: Tables;
	readonly after: Tables;
}

const runsOf = ({ run, again }: Evidence): NodeRun[] => (again ? [run, again] : [run]);

/** Calls that a fault may cost beyond those of an undisturbed run, however long it lasts. */
const MOST_EXTRA_CALLS = 16;

const failure = z.object({
	error: z.object({ message: z.string(), class: z.string(), advice: z.string().nullable() }),
});
const thrownError = z.object({
	message: z.string(),
	description: z.string().nullish(),
	context: z.object({ class: z.string().optional() }).passthrough(),
});

interface Told {
	readonly message: string;
	readonly class: string;
}

const failuresIn = ({ outputs, thrown }: NodeRun): Told[] => {
	const items = outputs.flat().flatMap(({ json }) => {
		const parsed = failure.safeParse(json);
		return parsed.success ? [parsed.data.error] : [];
	});
	const error = thrownError.safeParse(thrown);
	if (!thrown) return items;
	return [
		...items,
		error.success
			? { message: error.data.message, class: error.data.context.class ?? 'unexpected' }
			: { message: String(thrown), class: 'unexpected' },
	];
};

const pairedWith = ({ pairedItem }: INodeExecutionData): unknown =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : pairedItem;

const itemsLost = ({ scene, items }: Evidence, { outputs }: NodeRun): string[] => {
	if (scene.type.poll) return [];
	const came = outputs.flat().map(pairedWith).sort();
	const wanted = Array.from({ length: items }, (_, index) => index);
	return JSON.stringify(came) === JSON.stringify(wanted)
		? []
		: [`items ${JSON.stringify(came)} came out of ${items}`];
};

const classesOf = ({ combination, failed }: Evidence): ReadonlySet<string> => {
	const { fault, protocol } = combination;
	const { read, write } = fault.classes[protocol];
	return new Set(failed.map((call) => (isReadingCall(call) ? read : write)));
};

const RAW =
	/invalid_type|invalid_union|Expected .+, received|ZodError|TypeError|undefined|Traceback/;

const failureProblems = (evidence: Evidence): string[] => {
	const allowed = classesOf(evidence);
	// Not sent at all after others whose outcome is not known.
	const expected = new Set([...allowed, ...(allowed.has('outcomeUnknown') ? ['unreachable'] : [])]);
	return failuresIn(evidence.run).flatMap(({ message, class: kind }) => [
		...(evidence.combination.fault.looksRight || expected.has(kind)
			? []
			: [`class ${kind} instead of ${[...expected].join(' or ')}: ${message}`]),
		...(RAW.test(message) ? [`raw error: ${message}`] : []),
	]);
};

/** Everything that can be seen of a run. */
const seenOf = ({ outputs, thrown, memory }: NodeRun): string =>
	JSON.stringify([
		outputs,
		memory,
		thrown instanceof Error
			? [thrown.message, thrown.stack, { ...thrown }, String(thrown.cause)]
			: thrown,
	]);

const secrets = (evidence: Evidence): string[] =>
	runsOf(evidence).some((run) => seenOf(run).includes(ACCESS.apiKey))
		? ['the API key is told']
		: [];

/** Lines that one text has more often than the other. */
const surplus = (lines: readonly string[], others: readonly string[]): string => {
	const rest = [...others];
	return lines
		.filter((line) => {
			const at = rest.indexOf(line);
			if (at >= 0) rest.splice(at, 1);
			return at < 0;
		})
		.join(' | ');
};

const different = (now: string, wanted: string): string => {
	const [left, right] = [now.split('\n'), wanted.split('\n')];
	return `more ${surplus(left, right) || 'nothing'}, less ${surplus(right, left) || 'nothing'}`;
};

/** After the run behind it Odoo holds what it holds without any fault: nothing twice and nothing missing. */
const effectProblems = ({ after, reference }: Evidence): string[] => {
	const held = heldIn(after);
	return held === reference.held[1] ? [] : [`effects: ${different(held, reference.held[1])}`];
};

const againProblems = (evidence: Evidence): string[] => {
	const told = evidence.again ? failuresIn(evidence.again) : [];
	return told.length === 0 ? [] : [`the run behind it fails: ${told[0]?.message ?? ''}`];
};

const recordProblems = (evidence: Evidence): string[] => {
	const { scene, run, state } = evidence;
	return [...scene.falseClaims(run, state), ...effectProblems(evidence)];
};

const callProblems = ({ calls, reference }: Evidence): string[] =>
	calls > reference.calls.length + MOST_EXTRA_CALLS
		? [`${calls} calls instead of ${reference.calls.length}`]
		: [];

export const problemsOf = (evidence: Evidence): string[] => [
	...runsOf(evidence).flatMap((run) => itemsLost(evidence, run)),
	...failureProblems(evidence),
	...againProblems(evidence),
	...recordProblems(evidence),
	...(evidence.scene.missing?.(runsOf(evidence)) ?? []),
	...secrets(evidence),
	...callProblems(evidence),
];
