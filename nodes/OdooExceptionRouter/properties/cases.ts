import { CASE_CODES, caseName, TAXONOMY } from '../../shared/cases/core/taxonomy';

/** The cases by name; what is stored is the code. */
export const caseOptions = CASE_CODES.map((code) => ({
	name: caseName(code),
	value: code,
	description: TAXONOMY[code].advice,
})).sort((a, b) => a.name.localeCompare(b.name));
