import { z } from 'zod';

import type { LabelledText } from '../core/sign';
import { reasonsShape } from './reasons';

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
	const text =
		abstained || !label ? 'No label was certain enough' : `The text is labelled ${label}`;
	const first = { code: abstained || !label ? 'abstained' : label, text, figures: { confidence } };
	return { kind: 'text', label: label ?? null, abstained, reasons: [first, ...reasons] };
};
