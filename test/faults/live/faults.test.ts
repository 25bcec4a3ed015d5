/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals -- the figures are part of the result; runs in jest, outside n8n */

import { creditScene } from '../../OdooCreditCheck/creditScene';
import { sqlOn } from '../../support/scene/sql';
import { axiosExchange } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { FAULTS, type Fault, type Moment } from '../catalogue';
import { faultyExchange, type FaultPlan } from '../faultyExchange';
import { isReadingCall } from '../matrix';
import { runOver, type NodeRun } from '../nodeRun';
import { SCENES } from '../scenes';
import type { Scene, SceneRecords } from '../scenes/scene';
import { effectsBySql, heldBySql } from './heldBySql';
import { ordersOf } from './ordersOf';

jest.setTimeout(1_800_000);

const { user, credential } = liveOdoo();
const real = { ...credential, url: user.url };
const MOST_EXTRA_CALLS = 16;

/** One fault of each class that a write can meet, and what only looks like an answer. */
const ONE_OF_EACH: readonly Fault[] = FAULTS.filter(
	({ classes, looksRight }, index) =>
		looksRight ||
		FAULTS.findIndex((other) => other.classes.json2.write === classes.json2.write) === index,
);

interface Tried {
	readonly call: string;
	readonly fault: Fault;
	readonly moment: Moment;
}

/** Each class at each writing call; a spread of them, each class and each call among them, unless all are wanted. */
const toTry = (calls: readonly string[]): Tried[] => {
	const writing = [...new Set(calls.filter((call) => !isReadingCall(call)))];
	const all = ONE_OF_EACH.flatMap((fault) =>
		fault.moments.flatMap((moment) => writing.map((call) => ({ call, fault, moment }))),
	);
	const inDoubt = ({ fault, moment }: Tried) =>
		fault.classes.json2.write === 'outcomeUnknown' && moment === 'after';
	return process.env.O2C_FAULTS === 'all'
		? all
		: all.filter((one, index) => inDoubt(one) || index % (writing.length + 1) === 0);
};

const runWith = async (
	scene: Scene,
	records: SceneRecords,
	plan?: FaultPlan,
	memory = records.memory,
) => {
	const line = faultyExchange(axiosExchange(user), plan);
	const run = await runOver(line.exchange, { ...scene, ...records, memory }, real);
	return { run, line };
};

const textOf = ({ outputs, thrown }: NodeRun): string =>
	JSON.stringify(outputs) + String(thrown instanceof Error ? thrown.stack : thrown);

const figures: string[] = [];
afterAll(() => console.info(figures.join('\n')));

it.each(SCENES.map((scene) => [scene.name, scene] as const))(
	'%s does nothing twice in a real Odoo and claims nothing that SQL does not confirm',
	async (name, scene) => {
		const sql = await sqlOn(creditScene());
		const build = async () => await scene.build(axiosExchange(user), real);
		// What is made once for all, as a tag, is there from then on.
		await runWith(scene, await build());
		const undisturbed = await build();
		const reference = await runWith(scene, undisturbed);
		await runWith(scene, undisturbed, undefined, reference.run.memory);
		const expected = await effectsBySql(sql, ordersOf(undisturbed));

		const problems: string[] = [];
		const tried = toTry(reference.line.calls);
		let mostCalls = 0;
		for (const { call, fault, moment } of tried) {
			const records = await build();
			const orders = ordersOf(records);
			const plan: FaultPlan = { at: call, fault, moment, lasting: 'once' };
			const { run, line } = await runWith(scene, records, plan);
			mostCalls = Math.max(mostCalls, line.calls.length);
			const claims = scene.falseClaims(run, await heldBySql(sql, orders));
			const { run: again } = await runWith(scene, records, undefined, run.memory);
			const effects = await effectsBySql(sql, orders);
			const same = JSON.stringify(effects) === JSON.stringify(expected);
			problems.push(
				...[
					...claims,
					...(scene.missing?.([run, again]) ?? []),
					...(same
						? []
						: [`effects ${JSON.stringify(effects)} instead of ${JSON.stringify(expected)}`]),
					...(scene.type.poll || run.outputs.flat().length === records.items.length
						? []
						: ['items are lost']),
					...(textOf(run).includes(user.apiKey) ? ['the API key is told'] : []),
					...(line.failed.length === 0 ? ['the fault was not met'] : []),
					...(line.calls.length > reference.line.calls.length + MOST_EXTRA_CALLS
						? [`${line.calls.length} calls`]
						: []),
				].map((problem) => `${call}, ${fault.name}, ${moment}: ${problem}`),
			);
		}
		figures.push(
			`${name} on a real Odoo: ${tried.length} faults, ${reference.line.calls.length} calls undisturbed, ${mostCalls} at worst`,
		);
		expect(problems).toEqual([]);
	},
);
