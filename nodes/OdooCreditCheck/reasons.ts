import type { CaseCode } from '../shared/cases/core/taxonomy';

/** The case that each reason stands for. */
export const REASON_CASES: { readonly [code: string]: CaseCode } = {
	customer_on_hold: 'CREDIT_HOLD',
	order_on_hold: 'CREDIT_HOLD',
	no_credit: 'CREDIT_NO_LIMIT',
	limit_exceeded: 'CREDIT_LIMIT',
	group_limit_exceeded: 'CREDIT_LIMIT',
	limit_not_managed: 'CREDIT_DATA',
	overdue_days: 'CREDIT_OVERDUE',
	overdue_amount: 'CREDIT_OVERDUE',
	overdue_share: 'CREDIT_OVERDUE',
	document_value: 'CREDIT_ORDER_VALUE',
	new_customer_cap: 'CREDIT_NEW_CUSTOMER',
	first_order: 'CREDIT_NEW_CUSTOMER',
	terms_changed: 'CREDIT_TERMS',
	missing_data: 'CREDIT_DATA',
	slow_payer: 'CREDIT_RISK',
	broken_promises: 'CREDIT_RISK',
	dispute_open: 'CREDIT_DISPUTE',
	order_cancelled: 'INTAKE_STATE',
	release_not_allowed: 'CREDIT_HOLD',
};
