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

/** What every call of a run passes: the time that is left, the pace, the retries, and the end of trying. */
export class CallGate {
	private readonly breaker = new Breaker();
	private readonly pace: Pace;
	private readonly ends: number;

	constructor(private readonly options: GateOptions) {
		const { host, callsPerSecond, budgetMs = Infinity } = options;
		this.pace = new Pace(host, callsPerSecond);
		this.ends = host.now().getTime() + budgetMs;
	}

	/**
	 * Repeats on every passing failure what may be repeated, and any other write only when Odoo certainly changed nothing.
	 * @param repeatable a read, or a write that its identity key makes harmless to repeat
	 */
	async pass<T>(name: string, repeatable: boolean, send: () => Promise<T>): Promise<T> {
		const { host, retry: policy } = this.options;
		const patience = () => this.ends - host.now().getTime();
		const attempt = async () => {
			if (patience() <= 0) throw outOfTime(name);
			return await this.pace.keep(send);
		};
		const mayRepeat = (error: OdooError) => error.retryable && (repeatable || error.changedNothing);
		return await this.breaker.guard(
			name,
			async () => await withRetry(attempt, { mayRepeat, policy, host, patience }),
		);
	}
}

const outOfTime = (call: string): OdooError =>
	new OdooError({
		kind: 'unreachable',
		call,
		reason: 'not sent, because the time of this run was used up',
		advice:
			'Run the item again: work already done is detected and not repeated. If it comes again, give the node fewer items at once or a larger Time Limit.',
	});
