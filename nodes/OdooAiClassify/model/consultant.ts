import type { Label } from '../core/label';
import { promptFor } from '../core/prompt';
import type { ModelOutcome } from '../core/question';
import { redact } from '../core/redact';
import { indexBy } from '../../shared/core/collections';
import { counted } from '../../shared/core/wording';
import { inParallel } from '../../shared/odoo/batches';
import { readAnswer } from './answer';
import { ask, type ConnectedModel } from './chatModel';
import { reasonOf } from './modelError';

export interface Limits {
	/** Questions under way at once. */
	readonly parallel: number;
	/** Questions in one run, repeats of rejected ones included. */
	readonly mostQuestions: number;
	readonly timeoutMs: number;
	/** For all questions together. */
	readonly timeMs: number;
}

/** After this many questions in a row without an answer, the model counts as down for the rest of the run. */
const DOWN_AFTER = 3;

/** A text, and the names in it that the model need not see. */
export interface ModelQuestion {
	readonly text: string;
	readonly names: readonly string[];
}

/** The same question for the same words about the same people. */
export const questionKey = ({ text, names }: ModelQuestion): string => [...names, text].join('\n');

/** Asks the model, each question once, within its limits; whatever goes wrong becomes an outcome, never an exception. */
export class Consultant {
	private asked = 0;
	private failedInARow = 0;
	private readonly ends: number;

	constructor(
		private readonly connected: ConnectedModel,
		private readonly limits: Limits,
		private readonly cancelled: AbortSignal | undefined,
	) {
		this.ends = Date.now() + limits.timeMs;
	}

	/** @returns the outcome by `questionKey`; none for a text without words */
	async answers(
		questions: readonly ModelQuestion[],
		labels: readonly Label[],
	): Promise<ReadonlyMap<string, ModelOutcome>> {
		const spoken = questions.filter(({ text }) => text !== '');
		const distinct = [...indexBy(spoken, questionKey)];
		const outcomes = await inParallel(
			distinct,
			this.limits.parallel,
			async ([key, question]) => [key, await this.answer(question, labels)] as const,
		);
		return new Map(outcomes);
	}

	private async answer(
		{ text, names }: ModelQuestion,
		labels: readonly Label[],
	): Promise<ModelOutcome> {
		const redacted = redact(text, names);
		const once = async (
			rejectedBecause: string | null,
		): Promise<ModelOutcome | { readonly kind: 'rejected'; readonly because: string }> => {
			const refusal = this.refusal();
			if (refusal) return refusal;
			this.asked += 1;
			const words = await this.words(promptFor(redacted.text, labels, rejectedBecause));
			return typeof words === 'string' ? readAnswer({ words, labels, text, redacted }) : words;
		};
		const first = await once(null);
		if (first.kind !== 'rejected') return first;
		const second = await once(first.because);
		return second.kind === 'rejected'
			? {
					kind: 'failure',
					code: 'modelAnswerInvalid',
					message: `The model's answer was rejected twice: ${second.because}`,
				}
			: second;
	}

	private refusal(): ModelOutcome | null {
		if (this.failedInARow >= DOWN_AFTER)
			return unavailable(`it did not answer ${DOWN_AFTER} times in a row`);
		if (this.asked >= this.limits.mostQuestions)
			return {
				kind: 'failure',
				code: 'modelLimitReached',
				message: `The model has already been asked ${counted(this.limits.mostQuestions, 'question')} in this run`,
			};
		if (Date.now() >= this.ends)
			return {
				kind: 'failure',
				code: 'modelLimitReached',
				message: 'The time of this run for asking the model is over',
			};
		return null;
	}

	private async words(prompt: Parameters<typeof ask>[1]): Promise<string | ModelOutcome> {
		const timeout = AbortSignal.timeout(this.limits.timeoutMs);
		const signal = this.cancelled ? AbortSignal.any([this.cancelled, timeout]) : timeout;
		return await ask(this.connected, prompt, signal).then(
			(words) => {
				this.failedInARow = 0;
				return words;
			},
			(error: unknown) => {
				if (this.cancelled?.aborted) throw error;
				this.failedInARow += 1;
				return unavailable(
					timeout.aborted ? `no answer within ${this.limits.timeoutMs / 1000} s` : reasonOf(error),
				);
			},
		);
	}
}

const unavailable = (why: string): ModelOutcome => ({
	kind: 'failure',
	code: 'modelUnavailable',
	message: `The model was not available: ${why}`,
});
