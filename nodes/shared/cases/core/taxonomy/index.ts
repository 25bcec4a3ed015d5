import { SEVERITIES, STAGE_NAMES, type CaseTypes } from './caseType';
import { CASH } from './cash';
import { CREDIT } from './credit';
import { DISPUTE } from './dispute';
import { INTAKE } from './intake';
import { INTEGRATION } from './integration';
import { INVOICE } from './invoice';
import { OTHER } from './other';
import { PRICE } from './price';
import { SHIP } from './ship';
import { STOCK } from './stock';

/**
 * The closed list of cases: stage × cause. Names follow the reason codes of the trade (EDI 855 line status, JD Edwards
 * and retailer deduction codes, SAP credit and billing blocks). Every stage ends in its OTHER, and what belongs to no
 * stage is `OTHER`, so each exception has exactly one code.
 */
export const TAXONOMY = {
	...INTAKE,
	...PRICE,
	...CREDIT,
	...STOCK,
	...SHIP,
	...INVOICE,
	...DISPUTE,
	...CASH,
	...INTEGRATION,
	...OTHER,
} as const satisfies CaseTypes;

export type CaseCode = keyof typeof TAXONOMY;

export const isCaseCode = (code: string): code is CaseCode => Object.hasOwn(TAXONOMY, code);

/** In alphabetical order. */
export const CASE_CODES: readonly CaseCode[] = Object.keys(TAXONOMY).filter(isCaseCode).sort();

/** As a person picks it from a list: the stage, then what happened. */
export const caseName = (code: CaseCode): string =>
	`${STAGE_NAMES[TAXONOMY[code].stage]}: ${TAXONOMY[code].title}`;

/** The more severe of two, the first when they are equal. */
export const bySeverity = (a: CaseCode, b: CaseCode): CaseCode =>
	SEVERITIES.indexOf(TAXONOMY[b].severity) < SEVERITIES.indexOf(TAXONOMY[a].severity) ? b : a;
