import { Breaker } from './breaker';
import { OdooError } from './errors';
import { Pace } from './pace';
import { withRetry, type Host, type RetryPolicy } from './retry';

interface GateOptions {
	readonly host: Host;
	readonly retry: RetryPolicy;
	/** 0 for no limit. */
	readonly callsPerSecond?: number;
	/** For all calls of the run together; Infinity when nothing limits it. */
	readonly budgetMs?: number;
}

/** What was written late is still read back, so that it is told as it is. */
const GRACE_MS = 30_000;

interface GatedCall {
	/** For messages: `sale.order.write`. */
	readonly name: string;
	readonly isRead: boolean;
	/** A read, or a write that its identity key makes harmless to repeat. */
	readonly repeatable: boolean;
}

/** What every call of a run passes: the time that is left, the pace, the retries, and the end of trying. */
export class CallGate {
	private readonly breaker = new Breaker();
	private readonly pace: Pace;
	private readonly ends: number;
	/** When the last write came to its end, whichever; none so far. */
	private lastWrite: number | undefined;

	constructor(private readonly options: GateOptions) {
		const { host, callsPerSecond, budgetMs = Infinity } = options;
		this.pace = new Pace(host, callsPerSecond);
		this.ends = host.now().getTime() + budgetMs;
	}

	/** Milliseconds until nothing new is begun; never below 0. */
	timeLeft(): number {
		return Math.max(0, this.ends - this.options.host.now().getTime());
	}

	/**
	 * Repeats on every passing failure what may be repeated, and any other write only when Odoo certainly changed nothing.
	 * @throws OdooError `outOfTime` for what was not sent because the run's time was over
	 */
	async pass<T>(call: GatedCall, send: () => Promise<T>): Promise<T> {
		const { name, isRead, repeatable } = call;
		const { host, retry: policy } = this.options;
		const patience = () => this.endOf(call) - host.now().getTime();
		const inTime = async () => {
			if (patience() <= 0) throw outOfTime(name);
			return await (isRead ? send() : this.write(send));
		};
		const attempt = async () => {
			if (this.pace.wait() >= patience()) throw outOfTime(name);
			return await this.pace.keep(inTime);
		};
		const mayRepeat = ({ kind, retryable, changedNothing }: OdooError) =>
			retryable && kind !== 'outOfTime' && (repeatable || changedNothing);
		return await this.breaker.guard(
			name,
			async () => await withRetry(attempt, { mayRepeat, policy, host, patience }),
		);
	}

	private endOf({ isRead }: GatedCall): number {
		return isRead && this.lastWrite !== undefined
			? Math.max(this.ends, this.lastWrite) + GRACE_MS
			: this.ends;
	}

	private async write<T>(send: () => Promise<T>): Promise<T> {
		return await send().finally(() => {
			this.lastWrite = this.options.host.now().getTime();
		});
	}
}

const outOfTime = (call: string): OdooError =>
	new OdooError({
		kind: 'outOfTime',
		call,
		reason: 'not sent, because the time of this run is over',
	});
