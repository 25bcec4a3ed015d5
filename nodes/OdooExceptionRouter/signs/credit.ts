import type { CaseReason } from '../../shared/cases/core/diagnosis';
import type { Refusal } from '../core/sign';
import { decisionShape } from './decision';

/** Reasons that only record something do not name the case, unless there are no others. */
const thatCount = (reasons: readonly CaseReason[]): readonly CaseReason[] => {
	const against = reasons.filter(({ figures }) => figures.reaction !== 'approve');
	return against.length > 0 ? against : reasons;
};

/** The "no" of Odoo Credit Check: anything but approved. */
export const toCreditSign = (value: unknown): Refusal | null => {
	const read = decisionShape.safeParse(value);
	if (!read.success || read.data.decision === 'approved') return null;
	const { decision, reasons } = read.data;
	return { kind: 'refusal', source: 'credit', decision, reasons: thatCount(reasons) };
};
