import { createHash } from 'node:crypto';

const normal = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** The one text of all with that normal form which has it as its key: words with capitals and spaces between them. */
const spoken = (form: string): string =>
	form
		.split('_')
		.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
		.join(' ');

/**
 * A text as part of an identity key, in letters, digits and `_`; different texts have different parts, whatever their
 * alphabet. What the normal form leaves out comes back as a digest.
 */
export const keyPart = (text: string): string => {
	const form = normal(text);
	if (spoken(form) === text) return form;
	return `${form}_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
};
