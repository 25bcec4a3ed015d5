/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import fc from 'fast-check';

import { startClock } from '../../faults/virtualTime';
import { ApprovalHistory, step, type Step } from './approvalHistory';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../faults/virtualTime')>('../../faults/virtualTime')
		.virtualTime(),
);

const RUNS = Number(process.env.O2C_HISTORIES ?? 200);

jest.setTimeout(120_000 + RUNS * 1_000);

const play = async (steps: readonly Step[], mayReleaseOwn: boolean): Promise<ApprovalHistory> => {
	startClock('2026-11-25T08:00:00Z');
	const history = new ApprovalHistory(mayReleaseOwn);
	await history.play(steps);
	return history;
};

const run: Step = { order: 0, kind: 'run', crash: null };
const yes: Step = { order: 0, kind: 'yes', by: 'boss', isOldest: false };
const endsBefore = (write: number): Step => ({ ...run, crash: { write, moment: 'before' } });
const plain = (kind: 'cancel' | 'customerStop' | 'debtor' | 'repeat' | 'term'): Step => ({
	order: 0,
	kind,
});
const worth = (total: number): Step => ({ order: 0, kind: 'total', total });
const letGo: Step = { order: 0, kind: 'letGo', by: 'boss' };
const forge = (how: 'approve' | 'drop'): Step => ({ order: 0, kind: 'forge', how });

/** Each of them passed, failed or was held wrongly once. */
const SCRIPTS: readonly (readonly [what: string, steps: readonly Step[]])[] = [
	[
		'a run ends before its approval takes our tag off',
		[worth(300), plain('customerStop'), run, plain('customerStop'), endsBefore(2), run, run],
	],
	['a run ends before the tag of its stop comes', [endsBefore(3), run, yes, run]],
	['the order is cancelled after it was let go', [run, letGo, plain('cancel'), run]],
	['the order is cancelled after it was released', [run, yes, plain('cancel'), run]],
	['a yes is said again for a greater total', [run, worth(9_000), yes, plain('repeat'), run]],
	[
		'the terms change there and back between runs',
		[plain('term'), run, plain('term'), run, plain('term'), plain('repeat'), yes],
	],
	[
		'the note of a stop is edited, and its yes repeated for another customer',
		[run, plain('debtor'), forge('approve'), yes, plain('repeat')],
	],
	['the note of an approval is edited', [run, yes, forge('drop'), yes, run]],
];

it.each(SCRIPTS)('the laws hold when %s', async (_what, steps) => {
	expect((await play(steps, false)).problems).toEqual([]);
});

describe.each([false, true])('in every history, when own orders may be released: %s', (mayOwn) => {
	it('an order passes only as somebody who may has released it', async () => {
		const seen = { approvedByPerson: 0, stopped: 0, crashed: 0 };
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
				const history = await play(steps, mayOwn);
				for (const name of ['approvedByPerson', 'stopped', 'crashed'] as const)
					seen[name] += history.seen[name];
				expect(history.problems).toEqual([]);
			}),
			{ numRuns: RUNS },
		);
		// A machine that approves nothing proves nothing.
		expect(seen.approvedByPerson).toBeGreaterThan(0);
		expect(seen.stopped).toBeGreaterThan(0);
		expect(seen.crashed).toBeGreaterThan(0);
	});
});
