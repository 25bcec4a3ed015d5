import type { CaseCode } from '../shared/cases/core/taxonomy';
import { DEFAULT_LABELS } from './core/labels';

/** The case that a text with each of the default labels stands for. */
export const REASON_CASES: { readonly [label: string]: CaseCode } = Object.fromEntries(
	DEFAULT_LABELS.map((label) => [label.name, label.case]),
);

/** The default labels as people read them. */
export const LABEL_TITLES: { readonly [label: string]: string } = Object.fromEntries(
	DEFAULT_LABELS.map(({ name, title }) => [name, title]),
);
