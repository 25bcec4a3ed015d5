import type { OdooTime } from '../../core/time';

/** Work that may have to be tried again. */
export interface Attempt<Work> {
	/** 1 the first time. */
	readonly attempt: number;
	readonly work: Work;
}

/**
 * A claim is a record in Odoo that says who does a piece of work. A unique key decides between two that try at once.
 * Claims are only ever added: doing the work again is a further attempt with a key of its own.
 */
export interface Claim<Work> extends Attempt<Work> {
	/** The record's id in Odoo; grows with time. */
	readonly id: number;
	/** Who claimed it: different for every run. */
	readonly token: string;
}

/** The first one included; what fails that often will not go through by trying. */
export const MOST_ATTEMPTS = 4;

export const firstAttempts = <Work>(many: readonly Work[]): Attempt<Work>[] =>
	many.map((work) => ({ attempt: 1, work }));

/** Claims that were made some time ago, to see whether they were answered. */
export interface DueQuery {
	readonly afterId: number;
	readonly after: OdooTime;
	readonly before: OdooTime;
}

export interface Due<Work> {
	/** What was never answered. */
	readonly again: readonly Attempt<Work>[];
	/** What was not answered in the last attempt either. */
	readonly givenUp: readonly Work[];
}

/**
 * What becomes of claims whose time is up: those without a later answer were taken by a run that broke off.
 * @param answerTo the latest answer that may be one to that work, as an id on the claims' scale; 0 for none
 */
export const decideDue = <Work>(
	claims: readonly Claim<Work>[],
	answerTo: (work: Work) => number,
): Due<Work> => {
	const unanswered = claims.filter(({ id, work }) => answerTo(work) <= id);
	return {
		again: unanswered
			.filter(({ attempt }) => attempt < MOST_ATTEMPTS)
			.map(({ attempt, work }) => ({ attempt: attempt + 1, work })),
		givenUp: unanswered.filter(({ attempt }) => attempt >= MOST_ATTEMPTS).map(({ work }) => work),
	};
};
