import fc from 'fast-check';

import type { Checkpoint, SweepSettings } from '../../../nodes/OdooOrderTrigger/core/checkpoint';
import { readSweep } from '../../../nodes/OdooOrderTrigger/odoo/readSweep';
import { queryFor } from '../query';
import { odooWorld, type Confirmation, type World } from './odooWorld';

const ACTIVATED_AT = Date.UTC(2026, 10, 22, 12);
const OVERLAP_S = 150;
const LONGEST_TRANSACTION_MS = 145_000;
const LARGEST_SKEW_MS = 4_000;
const BATCH = 3;

const settings: SweepSettings = {
	...queryFor(['orderConfirmed']),
	overlapSeconds: OVERLAP_S,
	existingDays: 0,
	mostEvents: 8,
	hasTime: () => true,
};

/** Around the activation and for ten minutes after it; many in the same second, some open for long. */
const confirmation = fc.record({
	second: fc.integer({ min: -300, max: 600 }),
	fraction: fc.integer({ min: 0, max: 999 }),
	openMs: fc.oneof(
		fc.constant(50),
		fc.integer({ min: 0, max: LONGEST_TRANSACTION_MS }),
		fc.constant(LONGEST_TRANSACTION_MS),
	),
});

const world: fc.Arbitrary<World> = fc.record({
	version: fc.constantFrom(16, 17, 18, 19, 20),
	skewMs: fc.integer({ min: -LARGEST_SKEW_MS, max: LARGEST_SKEW_MS }),
	callMs: fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 5 }),
	confirmations: fc.array(confirmation, { minLength: 1, maxLength: 40 }).map((list) =>
		list.map(({ second, fraction, openMs }, index): Confirmation => {
			const beganAt = ACTIVATED_AT + second * 1000 + fraction;
			return { orderId: index + 1, beganAt, committedAt: beganAt + openMs };
		}),
	),
});

/** The second order commits behind a pass that goes on: what that pass met last must not become the watermark. */
const COMMITTED_BEHIND_A_PASS: World = {
	version: 16,
	skewMs: 0,
	callMs: [15_381, 5_619],
	confirmations: [
		[186_000, 50],
		[110_382, 145_000],
		[261_000, 50],
		[0, 145_000],
		[0, 145_000],
		[0, 145_000],
	].map(([after = 0, openMs = 0], index) => ({
		orderId: index + 1,
		beganAt: ACTIVATED_AT + after,
		committedAt: ACTIVATED_AT + after + openMs,
	})),
};

/**
 * Sweeps every minute as n8n does, far beyond the last commit; the checkpoint is stored as text in between.
 * @param pagesInTime how many pages each sweep has time for, one after the other and over again
 */
const sweepThrough = async (of: World, pagesInTime: readonly number[] = [Infinity]) => {
	const { odoo, now, waitUntil } = odooWorld(of, ACTIVATED_AT);
	let checkpoint: Checkpoint | null = null;
	const told: number[] = [];
	let activatedAt = 0;
	const end = Math.max(...of.confirmations.map(({ committedAt }) => committedAt)) + 60_000;
	for (let minute = 0; ; minute += 1) {
		waitUntil(ACTIVATED_AT + minute * 60_000);
		const last: Checkpoint | null = checkpoint;
		let pages = pagesInTime[minute % pagesInTime.length] ?? 0;
		const result: Awaited<ReturnType<typeof readSweep>> = await readSweep(
			odoo.client({ batchSize: BATCH }),
			{ ...settings, hasTime: () => (pages -= 1) >= 0 },
			last,
		);
		told.push(...result.events.map(({ orderId }) => orderId));
		checkpoint = JSON.parse(JSON.stringify(result.checkpoint)) as Checkpoint;
		if (minute === 0) activatedAt = now();
		const isReading = Object.values(result.checkpoint.positions).some(({ pass }) => pass !== null);
		const isCut = pages < 0;
		if (now() > end && !isCut && !isReading && result.events.length === 0)
			return { told, activatedAt, checkpoint };
	}
};

describe('the checkpoint, on every version and with clocks that disagree', () => {
	it('lets no confirmation be lost, and reports none twice', async () => {
		await fc.assert(
			fc.asyncProperty(world, async (of) => {
				const { told, activatedAt } = await sweepThrough(of);
				const after = of.confirmations
					.filter(({ committedAt }) => committedAt > activatedAt)
					.map(({ orderId }) => orderId);
				expect(told.filter((id) => after.includes(id)).sort((a, b) => a - b)).toEqual(after);
				expect(new Set(told).size).toBe(told.length);
			}),
			{ numRuns: 300, examples: [[COMMITTED_BEHIND_A_PASS]] },
		);
	});

	it('lets none be lost however little time the sweeps have', async () => {
		const pages = fc
			.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 })
			.map((few) => [...few, 2]);
		await fc.assert(
			fc.asyncProperty(world, pages, async (of, pagesInTime) => {
				const { told, activatedAt } = await sweepThrough(of, pagesInTime);
				const after = of.confirmations
					.filter(({ committedAt }) => committedAt > activatedAt)
					.map(({ orderId }) => orderId);
				expect(told.filter((id) => after.includes(id)).sort((a, b) => a - b)).toEqual(after);
				expect(new Set(told).size).toBe(told.length);
			}),
			{ numRuns: 150 },
		);
	});

	it('reports nothing that was in Odoo when the trigger was activated', async () => {
		await fc.assert(
			fc.asyncProperty(world, async (of) => {
				const { told } = await sweepThrough(of);
				const before = of.confirmations
					.filter(({ committedAt }) => committedAt <= ACTIVATED_AT)
					.map(({ orderId }) => orderId);
				expect(told.filter((id) => before.includes(id))).toEqual([]);
			}),
			{ numRuns: 100 },
		);
	});

	it('comes to the end of a backlog in one second that is larger than many sweeps', async () => {
		const confirmations = Array.from({ length: 100 }, (_, index) => ({
			orderId: index + 1,
			beganAt: ACTIVATED_AT + 90_000,
			committedAt: ACTIVATED_AT + 95_000,
		}));
		const { told } = await sweepThrough({ version: 18, skewMs: 0, callMs: [100], confirmations });
		expect(told.sort((a, b) => a - b)).toEqual(confirmations.map(({ orderId }) => orderId));
	});
});
