import type { CaseReason, Diagnosis } from '../../shared/cases/core/diagnosis';
import { bySeverity, isCaseCode } from '../../shared/cases/core/taxonomy';
import { entryOf } from '../../shared/core/collections';
import { wordsOf } from '../../shared/core/wording';
import { caseOfDecision, caseOfFailure, caseOfLabel, type ReasonCases } from './reasonCodes';
import type { Failure, LabelledText, NamedCase, Refusal, Sign } from './sign';

/** The case an item's sign stands for. Total: whatever cannot be placed falls into an OTHER. */
export const diagnose = (sign: Sign, cases: ReasonCases): Diagnosis => {
	switch (sign.kind) {
		case 'failure':
			return ofFailure(sign);
		case 'refusal':
			return ofRefusal(sign, cases);
		case 'text':
			return ofText(sign, cases);
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

/** This reason says no more than the decision does. */
const RAN_OUT = 'noStock';

const DECIDERS = {
	credit: 'The credit check',
	allocation: 'The stock allocation',
	invoice: 'The invoice release',
} as const satisfies Record<Refusal['source'], string>;

/** The reaction that leads to a decision, where a node says one with each reason. */
const LEADS_TO: { readonly [decision: string]: string } = { needsApproval: 'ask', onHold: 'hold' };

/** What is only to be asked about does not name the case of an order that something else holds. */
const thatDecided = (decision: string, reasons: readonly CaseReason[]): readonly CaseReason[] => {
	const wanted = entryOf(LEADS_TO, decision);
	const led = reasons.filter(({ figures }) => figures.reaction === wanted);
	return wanted !== undefined && led.length > 0 ? led : reasons;
};

const ofRefusal = ({ source, decision, reasons }: Refusal, cases: ReasonCases): Diagnosis => {
	const deciding = thatDecided(decision, reasons);
	const named = deciding.flatMap(({ code }) =>
		code === RAN_OUT ? [] : (entryOf(cases[source], code) ?? []),
	);
	const isNamed = named.length > 0 && named.length === deciding.length;
	const bare = isNamed ? [] : [caseOfDecision(source, decision)];
	const text = `${DECIDERS[source]} said “${wordsOf(decision)}” and gave no reason`;
	return {
		code: [...named, ...bare].reduce(bySeverity),
		reasons: reasons.length > 0 ? reasons : [{ code: decision, text, figures: {} }],
	};
};

const ofText = (
	{ label, abstained, reasons }: LabelledText,
	{ classification }: ReasonCases,
): Diagnosis => {
	const isUnclear = abstained || label === null;
	const text = label === null ? 'No label could be given' : wordsOf(label);
	return {
		code: isUnclear ? 'INTAKE_UNCLEAR_TEXT' : caseOfLabel(classification, label),
		reasons: reasons.length > 0 ? reasons : [{ code: label ?? 'abstained', text, figures: {} }],
	};
};

const ofNamed = ({ code, text }: NamedCase): Diagnosis => ({
	code: isCaseCode(code) ? code : 'OTHER',
	reasons: [{ code: code || 'OTHER', text: text || 'Raised by the workflow', figures: {} }],
});

const NOTHING: Diagnosis = {
	code: 'OTHER',
	reasons: [
		{
			code: 'NO_SIGN',
			text: 'The item shows neither an error nor a refusal from an earlier node',
			figures: {},
		},
	],
};
