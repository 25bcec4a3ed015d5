import { z } from 'zod';

import { LABEL_TITLES } from '../../OdooAiClassify/reasons';
import { entryOf } from '../../shared/core/collections';
import { percentText, wordsOf } from '../../shared/core/wording';
import type { LabelledText } from '../core/sign';
import { reasonsShape } from './reasonShape';

const classification = z.object({
	label: z.string().nullish(),
	abstained: z.boolean().catch(false),
	confidence: z.number().catch(0),
	reasons: reasonsShape,
});

/** What Odoo AI Classify found, or could not find. */
export const toTextSign = (value: unknown): LabelledText | null => {
	const read = classification.safeParse(value);
	if (!read.success) return null;
	const { label, abstained, confidence, reasons } = read.data;
	const said = abstained ? '' : (label ?? '');
	const title = entryOf(LABEL_TITLES, said) ?? wordsOf(said);
	const text =
		said === ''
			? 'No label was certain enough'
			: `The text was classified as “${title}” (${percentText(confidence)} certain)`;
	const first = { code: said || 'abstained', text, figures: { confidence } };
	return { kind: 'text', label: label ?? null, abstained, reasons: [first, ...reasons] };
};
