import { byModel } from './byModel';
import { byRules } from './byRules';
import { abstain, type Classification } from './classification';
import type { Question } from './question';

/** Decides by rules, and by a model where one answered; total, and never more lenient with a model than without. */
export const decideLabel = (question: Question): Classification => {
	if (question.text === '') return nothingToRead(question);
	const { model } = question;
	if (model === null) return byRules(question, 'rules', []);
	if (model.kind === 'failure')
		return byRules(question, 'rules-after-model-failure', [
			{ code: model.code, message: model.message },
		]);
	if (model.kind === 'abstained')
		return byRules(question, 'rules', [
			{ code: 'modelAbstained', message: 'The model found no label that fits' },
		]);
	return byModel(question, model);
};

const nothingToRead = ({ labels }: Question): Classification => {
	const neutral = labels.find(({ needsAttention }) => !needsAttention);
	const reasons = [{ code: 'noText', message: 'There is no text to classify' }];
	if (!neutral) return abstain({ source: 'rules', best: null, alternatives: [], reasons });
	return {
		label: neutral.name,
		confidence: 1,
		source: 'rules',
		evidence: [],
		alternatives: [],
		abstained: false,
		reasons,
	};
};
