import { decideLabel } from '../../../nodes/OdooAiClassify/core/decide';
import { DEFAULT_LABELS } from '../../../nodes/OdooAiClassify/core/labels';
import type { ModelOutcome } from '../../../nodes/OdooAiClassify/core/question';
import { classifyByRules, prepareLabels } from '../../../nodes/OdooAiClassify/core/rules';
import { labelNote } from '../../../nodes/OdooAiClassify/odoo/labelNote';

const prepared = prepareLabels(DEFAULT_LABELS);
const noteOn = (text: string, model: ModelOutcome | null = null) => {
	const rules = classifyByRules(text, prepared);
	const decided = decideLabel({ text, labels: DEFAULT_LABELS, threshold: 0.6, rules, model });
	const title = DEFAULT_LABELS.find(({ name }) => name === decided.label)?.title ?? null;
	return labelNote(decided, title);
};
const answer = (label: string, confidence: number): ModelOutcome => ({
	kind: 'answer',
	label,
	confidence,
	evidence: [],
	alternatives: [],
});

describe("a label's note", () => {
	it.each<{ when: string; text: string; model?: ModelOutcome; note: string }>([
		{
			when: 'one keyword is found',
			text: 'The desk is scratched',
			note: '<p>Text about this order: Damaged or faulty goods (65% certain)</p><ul><li>“scratched”</li></ul><p>Found 1 keyword for “Damaged or faulty goods”. Decided by keywords.</p>',
		},
		{
			when: 'several are found',
			text: 'The desk is scratched & dented',
			note: '<p>Text about this order: Damaged or faulty goods (88% certain)</p><ul><li>“scratched”</li><li>“dented”</li></ul><p>Found 2 keywords for “Damaged or faulty goods”. Decided by keywords.</p>',
		},
		{
			when: 'nothing is found',
			text: 'Lorem ipsum',
			note: '<p>A text about this order needs a reader</p><p>The text contains no keyword of any label. Decided by keywords.</p>',
		},
		{
			when: 'the model is down',
			text: 'Lorem ipsum',
			model: { kind: 'failure', code: 'modelUnavailable', message: 'The model was not available' },
			note: '<p>A text about this order needs a reader</p><p>The model was not available. The text contains no keyword of any label. Decided by keywords alone.</p>',
		},
		{
			when: 'model and keywords differ',
			text: 'Please cancel our order',
			model: answer('order_change', 0.9),
			note: 'The model says “Order change” (90% certain), the keywords say “Order cancellation” (',
		},
		{
			when: 'the model is not certain',
			text: 'Lorem ipsum',
			model: answer('order_change', 0.4),
			note: '“Order change” is only 40% certain; at least 60% is required. Decided with a language model.',
		},
	])('says what was decided and why when $when', ({ text, model = null, note }) =>
		expect(noteOn(text, model)).toContain(note),
	);

	it('shows no code of a label', () => {
		for (const { name } of DEFAULT_LABELS.filter(({ name: code }) => code.includes('_')))
			expect(noteOn('Lorem ipsum', answer(name, 0.9))).not.toContain(name);
	});
});
