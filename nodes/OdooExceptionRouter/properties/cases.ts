import { CASE_CODES, caseName, TAXONOMY } from '../../shared/cases/core/taxonomy';

/** A description of one sentence has no full stop in n8n. */
const asDescription = (advice: string): string =>
	advice.includes('. ') ? advice : advice.replace(/\.$/, '');

/** The cases by name; what is stored is the code. */
export const caseOptions = CASE_CODES.map((code) => ({
	name: caseName(code),
	value: code,
	description: asDescription(TAXONOMY[code].advice),
})).sort((a, b) => a.name.localeCompare(b.name));
