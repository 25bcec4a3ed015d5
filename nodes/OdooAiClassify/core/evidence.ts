import type { Evidence } from './label';
import { restore, type Redacted } from './redact';

/**
 * Where a model's quote stands in the text: as it stands, with placeholders put back. Null when it does not stand
 * there; a model that quotes what nobody wrote is not believed.
 */
export const locate = (quote: string, text: string, redacted: Redacted): Evidence | null => {
	const words = restore(quote.trim(), redacted);
	const start = words === '' ? -1 : text.indexOf(words);
	return start < 0 ? null : { quote: words, start, end: start + words.length };
};
