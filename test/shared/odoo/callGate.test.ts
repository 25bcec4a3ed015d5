import { CallGate } from '../../../nodes/shared/odoo/callGate';
import { OdooError, type OdooFailureKind } from '../../../nodes/shared/odoo/errors';
import { waitAskedFor } from '../../../nodes/shared/odoo/retry';
import { tickingHost } from '../../support/hosts';

const RETRY = { tries: 4, firstDelayMs: 100, longestDelayMs: 1_000 };

const failure = (kind: OdooFailureKind, reason = 'because', retryAfter?: string) =>
	new OdooError({ kind, call: 'sale.order.write', reason, retryAfter });

/** A run of calls whose answers are played one after the other. */
const runOf = (options: { callsPerSecond?: number; budgetMs?: number } = {}) => {
	const host = tickingHost();
	const gate = new CallGate({ host, retry: RETRY, ...options });
	const sent: number[] = [];
	const pass = async (
		answer: () => unknown,
		{ name = 'm.f', isRead = false, repeatable = false } = {},
	) =>
		await gate.pass({ name, isRead, repeatable }, async () => {
			sent.push(host.now().getTime());
			const value = answer();
			if (value instanceof Error) return await Promise.reject(value);
			return await Promise.resolve(value);
		});
	return { host, pass, sent };
};

describe('what fails for all', () => {
	it.each<OdooFailureKind>(['unreachable', 'outcomeUnknown', 'misconfigured', 'rateLimited'])(
		'costs a handful of calls, not one for each item: %s',
		async (kind) => {
			const run = runOf();
			for (let item = 0; item < 200; item += 1)
				await expect(run.pass(() => failure(kind))).rejects.toMatchObject({
					retryable: failure(kind).retryable,
				});
			expect(run.sent.length).toBeLessThanOrEqual(12);
		},
	);

	it('lasts also when it is told in other words each time', async () => {
		const run = runOf();
		for (let item = 0; item < 50; item += 1)
			await run
				.pass(() => failure('outcomeUnknown', item % 2 === 0 ? '502' : '504'))
				.catch(() => undefined);
		expect(run.sent.length).toBeLessThanOrEqual(12);
	});

	it('says that the others were not sent, and why', async () => {
		const run = runOf();
		for (let item = 0; item < 3; item += 1)
			await run.pass(() => failure('outcomeUnknown', 'gone')).catch(() => undefined);
		await expect(run.pass(() => 'fine')).rejects.toMatchObject({
			kind: 'unreachable',
			changedNothing: true,
			reason: 'not sent, because 3 calls before it failed: gone',
		});
	});

	it('is forgotten by an answer in between', async () => {
		const run = runOf();
		for (let item = 0; item < 20; item += 1) {
			await run.pass(() => failure('outcomeUnknown')).catch(() => undefined);
			expect(await run.pass(() => 'fine')).toBe('fine');
		}
	});

	it.each<OdooFailureKind>(['validation', 'missingRecord', 'accessDenied', 'conflict'])(
		'is not what a record is refused for: %s leaves the others their turn',
		async (kind) => {
			const run = runOf();
			for (let item = 0; item < 50; item += 1)
				await run.pass(() => failure(kind)).catch(() => undefined);
			expect(await run.pass(() => 'fine')).toBe('fine');
		},
	);

	it.each<OdooFailureKind>(['server', 'tooLarge'])(
		'may be one record down to which a batch is halved, unless it does not end: %s',
		async (kind) => {
			const halved = runOf();
			for (let half = 0; half < 8; half += 1)
				await halved.pass(() => failure(kind)).catch(() => undefined);
			expect(await halved.pass(() => 'fine')).toBe('fine');
			const lasting = runOf();
			for (let item = 0; item < 200; item += 1)
				await lasting.pass(() => failure(kind)).catch(() => undefined);
			expect(lasting.sent).toHaveLength(10);
		},
	);
});

describe('the pace', () => {
	it('keeps the calls a second that the hosting allows', async () => {
		const run = runOf({ callsPerSecond: 2 });
		for (let call = 0; call < 5; call += 1) await run.pass(() => 'fine');
		const gaps = run.sent.slice(1).map((at, index) => at - (run.sent[index] ?? 0));
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
	});

	it('has no distance without a limit', async () => {
		const run = runOf();
		for (let call = 0; call < 5; call += 1) await run.pass(() => 'fine');
		expect(new Set(run.sent).size).toBe(1);
	});

	it('learns from an answer that says there were too many calls, and recovers', async () => {
		const run = runOf();
		let answers = 0;
		await run.pass(() => ((answers += 1) <= 2 ? failure('rateLimited') : 'fine'));
		const before = run.sent.length;
		for (let call = 0; call < 30; call += 1) await run.pass(() => 'fine');
		const gaps = run.sent
			.slice(before)
			.map((at, index) => at - (run.sent[before + index - 1] ?? 0));
		expect(gaps[0]).toBeGreaterThanOrEqual(250);
		expect(gaps.at(-1)).toBe(0);
	});
});

describe('Retry-After', () => {
	const now = new Date('2026-11-25T10:00:00Z');
	it.each([
		['3', 3_000],
		[' 0 ', 0],
		['Wed, 25 Nov 2026 10:00:07 GMT', 7_000],
		['Wed, 25 Nov 2026 09:00:00 GMT', 0],
		['soon', 0],
		[undefined, 0],
	])('%j asks for %i ms', (said, wait) => expect(waitAskedFor(said, now)).toBe(wait));

	it('is waited for', async () => {
		const run = runOf();
		let answers = 0;
		await run.pass(() => ((answers += 1) === 1 ? failure('unreachable', 'x', '30') : 'fine'));
		expect((run.sent[1] ?? 0) - (run.sent[0] ?? 0)).toBeGreaterThanOrEqual(30_000);
	});
});

describe('the time of a run', () => {
	it('ends: what is left is not sent, and can be run again', async () => {
		const run = runOf({ budgetMs: 1_000 });
		await run.pass(() => 'fine');
		await run.host.sleep(1_000);
		await expect(run.pass(() => 'fine')).rejects.toMatchObject({
			kind: 'outOfTime',
			retryable: true,
			changedNothing: true,
		});
		expect(run.sent).toHaveLength(1);
	});

	it('leaves a while to read back what was written last, and nothing else', async () => {
		const run = runOf({ budgetMs: 1_000 });
		await run.pass(() => 'fine', { isRead: true });
		const slow = run.pass(() => 'written');
		await run.host.sleep(100_000);
		await slow;
		expect(await run.pass(() => 'there', { isRead: true })).toBe('there');
		await expect(run.pass(() => 'fine')).rejects.toMatchObject({ kind: 'outOfTime' });
		await run.host.sleep(30_000);
		await expect(run.pass(() => 'fine', { isRead: true })).rejects.toThrow('not sent');
	});

	it('leaves no while to a run that only read', async () => {
		const run = runOf({ budgetMs: 1_000 });
		await run.pass(() => 'fine', { isRead: true });
		await run.host.sleep(1_000);
		await expect(run.pass(() => 'fine', { isRead: true })).rejects.toThrow('not sent');
	});

	it('is not what Odoo failed with: what it leaves out does not count against the others', async () => {
		const run = runOf({ budgetMs: 1_000 });
		await run.pass(() => 'written');
		await run.host.sleep(1_000);
		for (let item = 0; item < 5; item += 1)
			await expect(run.pass(() => 'fine')).rejects.toThrow('the time of this run is over');
		expect(await run.pass(() => 'there', { isRead: true })).toBe('there');
	});

	it('ends the wait of the pace too', async () => {
		const run = runOf({ budgetMs: 1_000, callsPerSecond: 0.5 });
		await run.pass(() => 'fine');
		await expect(run.pass(() => 'fine')).rejects.toMatchObject({ kind: 'outOfTime' });
		expect(run.host.now().getTime()).toBe(0);
	});

	it('leaves a doubt a doubt: a repeat that was not sent says nothing about the try before it', async () => {
		const run = runOf({ budgetMs: 1_000 });
		const answers = [failure('outcomeUnknown', 'lost'), failure('unreachable', 'nothing listens')];
		const lost = run.pass(() => answers.shift() ?? failure('unreachable', 'nothing listens'), {
			repeatable: true,
		});
		await expect(lost).rejects.toMatchObject({ kind: 'outcomeUnknown', changedNothing: false });
	});

	it('is not slept away: a wait that is longer than what is left is not begun', async () => {
		const run = runOf({ budgetMs: 1_000 });
		await expect(run.pass(() => failure('unreachable', 'x', '60'))).rejects.toThrow('x');
		expect(run.host.now().getTime()).toBeLessThan(1_000);
	});
});
