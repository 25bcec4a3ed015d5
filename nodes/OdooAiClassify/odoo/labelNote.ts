import { percentText } from '../../shared/core/wording';
import { escapeHtml } from '../../shared/core/html';
import type { Classification, Source } from '../core/classification';

const SOURCES = {
	rules: 'Decided by keywords.',
	model: 'Decided with a language model.',
	'rules-after-model-failure': 'Decided by keywords alone.',
} as const satisfies Record<Source, string>;

const LONGEST_QUOTE = 200;

/**
 * The text itself stays where it was: the note holds the label, how sure it is, and the words that speak for it.
 * @param title of the label, for people; null when there is none
 */
export const labelNote = (
	{ confidence, source, evidence, reasons }: Classification,
	title: string | null,
): string => {
	const head =
		title === null
			? 'A text about this order needs a reader'
			: `Text about this order: ${title} (${percentText(confidence)} certain)`;
	const quotes = evidence
		.map(({ quote }) => `<li>“${escapeHtml(quote.slice(0, LONGEST_QUOTE))}”</li>`)
		.join('');
	const why = [...reasons.map(({ message }) => `${message}.`), SOURCES[source]].join(' ');
	return [
		`<p>${escapeHtml(head)}</p>`,
		quotes === '' ? '' : `<ul>${quotes}</ul>`,
		`<p>${escapeHtml(why)}</p>`,
	].join('');
};
