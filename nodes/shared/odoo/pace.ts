import { isOdooError } from './errors';
import type { Host } from './retry';

/** Milliseconds between two calls once the other side has asked for fewer. */
const FIRST_INTERVAL_MS = 250;
const LONGEST_INTERVAL_MS = 10_000;
/** How fast calls come closer together again after each that went through. */
const RECOVERY = 0.9;

/**
 * The distance between two calls: what the hosting allows, and more after each answer that says there were too many.
 * @param callsPerSecond 0 for no limit
 */
export class Pace {
	private readonly shortest: number;
	private interval: number;
	private next = 0;

	constructor(
		private readonly host: Host,
		callsPerSecond = 0,
	) {
		this.shortest = callsPerSecond > 0 ? 1000 / callsPerSecond : 0;
		this.interval = this.shortest;
	}

	/** Milliseconds until the next call has its turn. */
	wait(): number {
		return Math.max(0, this.next - this.host.now().getTime());
	}

	async keep<T>(call: () => Promise<T>): Promise<T> {
		const wait = this.wait();
		this.next = this.host.now().getTime() + wait + this.interval;
		if (wait > 0) await this.host.sleep(wait);
		return await call().then(
			(answer) => {
				this.comeCloser();
				return answer;
			},
			async (error: unknown) => {
				if (isOdooError(error) && error.kind === 'rateLimited') this.slowDown();
				return await Promise.reject(error);
			},
		);
	}

	private comeCloser(): void {
		const nearer = this.interval * RECOVERY;
		this.interval = nearer < FIRST_INTERVAL_MS ? this.shortest : Math.max(this.shortest, nearer);
	}

	private slowDown(): void {
		this.interval = Math.min(Math.max(this.interval * 2, FIRST_INTERVAL_MS), LONGEST_INTERVAL_MS);
		this.next = Math.max(this.next, this.host.now().getTime() + this.interval);
	}
}
