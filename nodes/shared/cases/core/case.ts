import { clockIn } from '../../core/zonedTime';
import { addWorkingMinutes, endOfWork, type WorkCalendar } from './businessTime';
import type { CaseReason, Diagnosis } from './diagnosis';
import { priorityOf, type Priority } from './priority';
import type { OwnerRole } from './roles';
import { TAXONOMY, type CaseCode } from './taxonomy';
import type { CaseCategory, CaseKind, Severity, Stage } from './taxonomy/caseType';

/** What a workflow sets differently from the taxonomy for one case. */
export interface CaseOverride {
	readonly owner?: OwnerRole;
	readonly severity?: Severity;
	readonly slaHours?: number;
}

export interface CasePolicy {
	readonly calendar: WorkCalendar;
	readonly overrides: { readonly [code: string]: CaseOverride | undefined };
	/** An order worth this or more, in its own currency, moves up one priority; 0 for none. */
	readonly highValueFrom: number;
}

export interface OrderFacts {
	readonly id: number;
	readonly reference: string;
	readonly customer: string;
	readonly companyId: number;
	readonly total: number;
	/** ISO 4217. */
	readonly currency: string;
	readonly salespersonId: number | null;
}

/** The case as decided, before anybody has been asked to work on it. */
export interface CaseDecision {
	readonly code: CaseCode;
	readonly stage: Stage;
	readonly kind: CaseKind;
	readonly category: CaseCategory;
	readonly severity: Severity;
	readonly priority: Priority;
	readonly role: OwnerRole;
	readonly slaHours: number;
	readonly title: string;
	readonly advice: string;
	readonly reasons: readonly CaseReason[];
}

export const decideCase = (
	diagnosis: Diagnosis,
	order: OrderFacts | null,
	policy: CasePolicy,
): CaseDecision => {
	const { stage, kind, category, title, advice, ...defaults } = TAXONOMY[diagnosis.code];
	const { owner, severity, slaHours } = { ...defaults, ...policy.overrides[diagnosis.code] };
	const priority = priorityOf(severity, order?.total ?? 0, policy.highValueFrom);
	return {
		code: diagnosis.code,
		stage,
		kind,
		category,
		severity,
		priority,
		role: owner,
		slaHours,
		title,
		advice,
		reasons: diagnosis.reasons,
	};
};

/** Epoch milliseconds. */
export const deadlineOf = (
	{ slaHours }: CaseDecision,
	{ calendar }: CasePolicy,
	openedAt: number,
): number => addWorkingMinutes(calendar, openedAt, slaHours * 60);

interface HeldDeadline {
	readonly decision: CaseDecision;
	readonly policy: CasePolicy;
	/** Epoch milliseconds. */
	readonly openedAt: number;
	/** The activity's date, `YYYY-MM-DD`. */
	readonly dueDate: string;
}

/**
 * The deadline of a case that Odoo holds, in epoch milliseconds: by its opening and service level, or, when somebody
 * moved the activity to another day, the end of work on that day.
 */
export const heldDeadline = ({ decision, policy, openedAt, dueDate }: HeldDeadline): number => {
	const computed = deadlineOf(decision, policy, openedAt);
	const sameDay = clockIn(policy.calendar.timeZone).toLocal(computed).date === dueDate;
	return sameDay ? computed : endOfWork(policy.calendar, dueDate);
};

/** One line in a list of activities: priority, what, whose. */
export const summaryOf = ({ priority, title }: CaseDecision, order: OrderFacts | null): string =>
	order ? `${priority} ${order.reference}: ${title} (${order.customer})` : `${priority} ${title}`;
