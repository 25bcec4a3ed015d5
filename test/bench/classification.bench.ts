import { cleanText } from '../../nodes/OdooAiClassify/core/cleanText';
import { DEFAULT_LABELS } from '../../nodes/OdooAiClassify/core/labels';
import { redact } from '../../nodes/OdooAiClassify/core/redact';
import { classifyByRules, prepareLabels } from '../../nodes/OdooAiClassify/core/rules';
import { inTurn, type BenchReport } from './report';

const TEXTS = 500;
const text = (index: number): string =>
	`<p>Hello, order ${index}: two items are missing from the delivery and one <b>arrived broken</b>.</p><p>${'We look forward to your answer. '.repeat(10)}</p>a.b${index}@example.com, +49 171 12345${index % 90}`;

/** Everything that happens to a text without a model, beside its clean-up alone. */
export default async function bench(): Promise<BenchReport> {
	const labels = prepareLabels(DEFAULT_LABELS);
	const texts = Array.from({ length: TEXTS }, (_, index) => text(index));
	const classify = () =>
		texts.map((raw) => {
			const clean = cleanText(raw, 4000).text;
			return [classifyByRules(clean, labels), redact(clean)];
		});
	const cleanUp = () => texts.map((raw) => cleanText(raw, 4000).text);
	const { one, other } = await inTurn(5, classify, cleanUp);
	return {
		name: 'Classifying texts by rules',
		setting: `${TEXTS} mails of about 500 characters, ${DEFAULT_LABELS.length} labels; median of 5`,
		figures: [
			{
				what: 'clean, label, redact',
				value: one / TEXTS,
				unit: 'ms each',
				ratio: { to: 'cleaning alone', value: one / other },
			},
			{ what: 'cleaning alone', value: other / TEXTS, unit: 'ms each' },
		],
	};
}
