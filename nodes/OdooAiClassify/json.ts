import type { IDataObject } from 'n8n-workflow';

import { needsAttention } from './core/classification';
import { PROMPT_VERSION } from './core/prompt';
import type { Judged } from './judge';
import type { ClassifyParameters } from './parameters';

/** The key `classification` of the item. The text itself is not repeated: its hash and the words that count are. */
export const classificationJson = (
	{ clean, textHash, classification, model }: Judged,
	{ labels, threshold, dryRun }: ClassifyParameters,
): IDataObject => ({
	label: classification.label,
	confidence: classification.confidence,
	abstained: classification.abstained,
	needsAttention: needsAttention(classification, labels),
	source: classification.source,
	evidence: classification.evidence.map((one) => ({ ...one })),
	alternatives: classification.alternatives.map((one) => ({ ...one })),
	reasons: classification.reasons.map((one) => ({ ...one })),
	...(model ? { model: model.name ?? 'unnamed' } : {}),
	promptVersion: PROMPT_VERSION,
	threshold,
	text: {
		hash: textHash,
		length: clean.text.length,
		truncated: clean.truncated,
		removed: [...clean.removed],
	},
	dryRun,
});
