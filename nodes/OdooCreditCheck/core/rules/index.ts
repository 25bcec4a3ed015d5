import { brokenPromises } from './broken_promises';
import { customerOnHold } from './customer_on_hold';
import { disputeOpen } from './dispute_open';
import { documentValue } from './document_value';
import { EVENTS } from './events';
import { firstOrder } from './first_order';
import { groupLimitExceeded } from './group_limit_exceeded';
import { limitExceeded } from './limit_exceeded';
import { limitNotManaged } from './limit_not_managed';
import { missingData } from './missing_data';
import { newCustomerCap } from './new_customer_cap';
import { noCredit } from './no_credit';
import { orderOnHold } from './order_on_hold';
import { overdueAmount } from './overdue_amount';
import { overdueDays } from './overdue_days';
import { overdueShare } from './overdue_share';
import { releaseUnproven } from './release_unproven';
import type { Rule } from './rule';
import { slowPayer } from './slow_payer';
import { termsChanged } from './terms_changed';

/** In the order in which reasons are listed, and policies written down. */
export const RULES = [
	customerOnHold,
	orderOnHold,
	noCredit,
	limitExceeded,
	groupLimitExceeded,
	limitNotManaged,
	overdueDays,
	overdueAmount,
	overdueShare,
	documentValue,
	newCustomerCap,
	firstOrder,
	termsChanged,
	missingData,
	slowPayer,
	brokenPromises,
	disputeOpen,
	releaseUnproven,
] as const satisfies readonly Rule[];

/** Codes are stable: workflows branch on them. */
export type RuleCode = (typeof RULES)[number]['code'];

/** Everything that can be a reason of a decision. */
export const REASONS = [...RULES, ...EVENTS] as const;

export type ReasonCode = (typeof REASONS)[number]['code'];
