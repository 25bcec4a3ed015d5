import type { CaseCode } from '../../shared/cases/core/taxonomy';
import { entryOf } from '../../shared/core/collections';
import type { Refusal } from './sign';

type CaseByCode = { readonly [code: string]: CaseCode };

/** The case that each reason of a deciding node stands for, by the item's key; for a text by its label. */
export type ReasonCases = {
	readonly [source in Refusal['source'] | 'classification']: CaseByCode;
};

const OTHERS = {
	credit: 'CREDIT_OTHER',
	allocation: 'STOCK_OTHER',
	invoice: 'INVOICE_OTHER',
} as const satisfies Record<Refusal['source'], CaseCode>;

/** What a decision says by itself, where its reasons say no more than that the stock ran out. */
const CASE_OF_DECISION: CaseByCode = {
	partiallyAllocated: 'STOCK_PARTIAL',
	short: 'STOCK_SHORT',
};

/** A decision without a reason that names its case, a newer node's or somebody's own, falls into the stage's OTHER. */
export const caseOfDecision = (source: Refusal['source'], decision: string): CaseCode =>
	entryOf(CASE_OF_DECISION, decision) ?? OTHERS[source];

/** A label of the workflow's own falls into the stage's OTHER. */
export const caseOfLabel = (cases: CaseByCode, label: string): CaseCode =>
	entryOf(cases, label) ?? 'INTAKE_OTHER';

/** Failures of the Odoo client, by class. A refusal by Odoo depends on what was called. */
const CASE_OF_CLASS: CaseByCode = {
	accessDenied: 'INTEGRATION_ACCESS',
	missingRecord: 'INTEGRATION_MISSING',
	conflict: 'INTEGRATION_CONFLICT',
	unreachable: 'INTEGRATION_UNREACHABLE',
	rateLimited: 'INTEGRATION_UNREACHABLE',
	misconfigured: 'INTEGRATION_ACCESS',
	tooLarge: 'INTEGRATION_SERVER',
	outOfTime: 'INTEGRATION_OUT_OF_TIME',
	outcomeUnknown: 'INTEGRATION_OUTCOME_UNKNOWN',
	server: 'INTEGRATION_SERVER',
	input: 'INTEGRATION_INPUT',
	unexpected: 'INTEGRATION_OTHER',
};

const REFUSED_BY_MODEL: readonly (readonly [model: RegExp, code: CaseCode])[] = [
	[/^(account|sale\.advance\.payment\.inv)/, 'INVOICE_REFUSED'],
	[/^stock/, 'STOCK_REFUSED'],
	[/^sale/, 'INTAKE_REFUSED'],
];

export const caseOfFailure = (failureClass: string, call: string | null): CaseCode =>
	failureClass === 'validation'
		? (REFUSED_BY_MODEL.find(([pattern]) => pattern.test(call ?? ''))?.[1] ?? 'INTEGRATION_REFUSED')
		: (entryOf(CASE_OF_CLASS, failureClass) ?? 'INTEGRATION_OTHER');
