import { caseOfFailure, caseOfLabel, caseOfReason, otherCaseOf } from './reasonCodes';
import type { CaseReason, Failure, LabelledText, NamedCase, Refusal, Sign } from './sign';
import { bySeverity, isCaseCode, type CaseCode } from './taxonomy';

export interface Diagnosis {
	readonly code: CaseCode;
	/** Never empty. */
	readonly reasons: readonly CaseReason[];
}

/** The case an item's sign stands for. Total: whatever cannot be placed falls into an OTHER. */
export const diagnose = (sign: Sign): Diagnosis => {
	switch (sign.kind) {
		case 'failure':
			return ofFailure(sign);
		case 'refusal':
			return ofRefusal(sign);
		case 'text':
			return ofText(sign);
		case 'named':
			return ofNamed(sign);
		case 'nothing':
			return NOTHING;
	}
};

const ofFailure = ({
	class: failureClass,
	call,
	message,
	advice,
	retryable,
}: Failure): Diagnosis => ({
	code: caseOfFailure(failureClass, call),
	reasons: [
		{
			code: failureClass || 'failure',
			text: [message, advice].filter(Boolean).join(' ') || 'No reason was given',
			figures: { retryable, ...(call ? { call } : {}) },
		},
	],
});

/** An item without an order to work on is a case of the integration, whatever else was wrong. */
export const withoutOrder = ({ code, reasons }: Diagnosis, why: string): Diagnosis => ({
	code: 'INTEGRATION_NO_ORDER',
	reasons: [{ code: 'NO_ORDER', text: why, figures: { case: code } }, ...reasons],
});

/** What a decision says by itself, where its reasons say no more than that the stock ran out. */
const CASE_OF_DECISION: { readonly [decision: string]: CaseCode | undefined } = {
	partiallyAllocated: 'STOCK_PARTIAL',
	short: 'STOCK_SHORT',
};

const ofRefusal = ({ source, decision, reasons }: Refusal): Diagnosis => {
	const other = otherCaseOf(source);
	const codes = reasons.map(({ code }) => caseOfReason(source, code));
	const known = codes.filter((code) => code !== other);
	const bare =
		known.length === codes.length && known.length > 0 ? [] : [CASE_OF_DECISION[decision] ?? other];
	const said = [{ code: decision, text: `${source}: ${decision}`, figures: {} }];
	return {
		code: [...known, ...bare].reduce(bySeverity),
		reasons: reasons.length > 0 ? reasons : said,
	};
};

const ofText = ({ label, abstained, reasons }: LabelledText): Diagnosis => {
	const code = abstained || label === null ? 'INTAKE_UNCLEAR_TEXT' : caseOfLabel(label);
	return {
		code,
		reasons:
			reasons.length > 0
				? reasons
				: [{ code: label ?? 'abstained', text: label ?? 'No label could be given', figures: {} }],
	};
};

const ofNamed = ({ code, text }: NamedCase): Diagnosis => ({
	code: isCaseCode(code) ? code : 'OTHER',
	reasons: [
		{
			code: isCaseCode(code) ? code : code || 'OTHER',
			text: text || 'Raised by the workflow',
			figures: {},
		},
	],
});

const NOTHING: Diagnosis = {
	code: 'OTHER',
	reasons: [
		{
			code: 'NO_SIGN',
			text: 'The item carries no failure and no refusal of a step before',
			figures: {},
		},
	],
};
