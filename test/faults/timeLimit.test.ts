import type { HttpExchange } from '../../nodes/shared/odoo/OdooTransport';
import { ACCESS, credentialFor } from './access';
import type { Fault } from './catalogue';
import { callOf } from './faultyExchange';
import { heldIn } from './heldIn';
import { isReadingCall, Matrix } from './matrix';
import { runOver } from './nodeRun';
import { problemsOf } from './problems';
import { recordingOf } from './recordings';
import { RecordedOdoo } from './recorded/recordedOdoo';
import { SCENES } from './scenes';
import { setClock, startClock } from './virtualTime';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('./virtualTime')>('./virtualTime').virtualTime(),
);

const LIMIT_MS = 240_000;

const TIME_IS_OVER: Fault = {
	name: 'time is over',
	moments: ['before'],
	plays: {
		json2: { kind: 'broken', code: 'not played' },
		jsonRpc: { kind: 'broken', code: 'not played' },
	},
	classes: {
		json2: { read: 'outOfTime', write: 'outOfTime' },
		jsonRpc: { read: 'outOfTime', write: 'outOfTime' },
	},
};

/** An Odoo that takes all the time of the run for one call, counted from 1. */
const slowAt = (odoo: RecordedOdoo, at: number) => {
	const calls: string[] = [];
	const exchange: HttpExchange = async (request) => {
		calls.push(callOf(request));
		if (calls.length === at) jest.setSystemTime(Date.now() + LIMIT_MS);
		return await odoo.exchange(request);
	};
	return { exchange, calls };
};

/** Polls have n8n's own budget. */
const runs = SCENES.filter(({ type }) => !type.poll).map((scene) => [scene.name, scene] as const);

it.each(runs)('%s ends in time, whichever call is the slow one', async (name, scene) => {
	const recording = recordingOf(name);
	startClock(recording.at);
	const reference = await new Matrix(scene, recording).reference('json2');
	const credential = credentialFor('json2');
	const found: string[] = [];
	const wrote = new Set<string>();
	for (let at = 1; at <= reference.calls.length; at += 1) {
		setClock(recording.at);
		const odoo = new RecordedOdoo(recording, ACCESS);
		const slow = slowAt(odoo, at);
		const nodeCase = { ...scene, items: recording.items };
		const run = await runOver(slow.exchange, nodeCase, credential);
		const state = odoo.copy().state;
		const late = slow.calls.slice(at).filter((call) => !isReadingCall(call));
		const again = await runOver(odoo.exchange, nodeCase, credential);
		const call = slow.calls[at - 1] ?? '';
		if (!isReadingCall(call) && slow.calls.length > at) wrote.add(call);
		const problems = problemsOf({
			combination: {
				protocol: 'json2',
				at,
				call,
				fault: TIME_IS_OVER,
				moment: 'before',
				lasting: 'line',
			},
			scene,
			items: recording.items.length,
			run,
			again,
			calls: slow.calls.length,
			failed: [call],
			reference,
			state,
			after: odoo.state,
		});
		found.push(
			...[...problems, ...late.map((write) => `${write} was begun`)].map(
				(problem) => `${at} ${call}: ${problem}`,
			),
		);
	}
	expect(found).toEqual([]);
	// What was written when time ran out was read back.
	expect(wrote.size).toBeGreaterThan(0);
	expect(heldIn(new RecordedOdoo(recording, ACCESS).state)).not.toBe(reference.held[0]);
});
