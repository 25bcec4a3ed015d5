import type { Session } from './session';

/** What cannot change behind one key: Odoo's version but by an upgrade, and whose key it is. */
interface Identity {
	readonly version: number;
	readonly uid: number;
}

/** What a client need not ask Odoo again. */
export interface SessionMemory {
	readonly identity: () => Identity | undefined;
	/** The whole of it, from earlier in the same execution. */
	readonly session: () => Session | undefined;
	/** @param isRecalled whose identity was not asked again: it is as old as before */
	readonly keep: (session: Session, isRecalled: boolean) => void;
	/** After a failure, whichever: it may be that what was remembered is no longer so. */
	readonly forget: () => void;
}

export const NO_MEMORY: SessionMemory = {
	identity: () => undefined,
	session: () => undefined,
	keep: () => undefined,
	forget: () => undefined,
};

/** A session that somebody else keeps. */
export const memoryOf = (session: Session): SessionMemory => ({
	...NO_MEMORY,
	identity: () => session,
	session: () => session,
});

const IDENTITY_MS = 5 * 60_000;
const SESSION_MS = 60_000;
/** More than any n8n works with at once. */
const MOST_KEPT = 500;

/** Values by key, for a while. */
class ShortMemory<T> {
	private readonly kept = new Map<string, { readonly value: T; readonly at: number }>();

	constructor(
		private readonly longestMs: number,
		private readonly now: () => number,
	) {}

	recall(key: string): T | undefined {
		const found = this.kept.get(key);
		const age = this.now() - (found?.at ?? 0);
		return found && age >= 0 && age < this.longestMs ? found.value : undefined;
	}

	keep(key: string, value: T): void {
		this.kept.delete(key);
		this.kept.set(key, { value, at: this.now() });
		const [oldest] = this.kept.keys();
		if (oldest !== undefined && this.kept.size > MOST_KEPT) this.kept.delete(oldest);
	}

	forget(key: string): void {
		this.kept.delete(key);
	}
}

/** What the executions of one process share. Losing it costs a few calls and nothing else. */
export class SharedSessions {
	private readonly identities: ShortMemory<Identity>;
	private readonly sessions: ShortMemory<Session>;

	constructor(now: () => number) {
		this.identities = new ShortMemory(IDENTITY_MS, now);
		this.sessions = new ShortMemory(SESSION_MS, now);
	}

	/**
	 * @param credential a digest of all that the credential says, its key included
	 * @param execution undefined outside of one
	 */
	of(credential: string, execution: string | undefined): SessionMemory {
		const inExecution = `${credential} ${execution ?? ''}`;
		return {
			identity: () => this.identities.recall(credential),
			session: () => (execution ? this.sessions.recall(inExecution) : undefined),
			keep: (session, isRecalled) => {
				const { version, uid } = session;
				if (!isRecalled) this.identities.keep(credential, { version, uid });
				if (execution) this.sessions.keep(inExecution, session);
			},
			forget: () => {
				this.identities.forget(credential);
				this.sessions.forget(inExecution);
			},
		};
	}
}
