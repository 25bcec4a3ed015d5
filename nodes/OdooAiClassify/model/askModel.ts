import type { IExecuteFunctions } from 'n8n-workflow';

import type { Label } from '../core/label';
import type { ModelOutcome } from '../core/question';
import { connectedModel } from './chatModel';
import { Consultant, questionKey, type Limits, type ModelQuestion } from './consultant';

/** What a model says about the texts of a run. */
export interface Advice {
	/** As the provider calls it; null when it does not say. */
	readonly name: string | null;
	readonly outcomeOf: (question: ModelQuestion) => ModelOutcome | null;
}

interface Asked {
	readonly questions: readonly ModelQuestion[];
	readonly labels: readonly Label[];
	readonly limits: Limits;
}

/** Null when no model is connected. */
export const askModel = async (
	context: IExecuteFunctions,
	{ questions, labels, limits }: Asked,
): Promise<Advice | null> => {
	const connected = await connectedModel(context);
	if (!connected) return null;
	const consultant = new Consultant(connected, limits, context.getExecutionCancelSignal());
	const answers = await consultant.answers(questions, labels);
	return {
		name: connected.name,
		outcomeOf: (question) => answers.get(questionKey(question)) ?? null,
	};
};
