import { decideCreditLimit, type CreditLimit } from '../core/creditLimit';
import { fieldNameIn } from '../../odoo/fieldNames';

/**
 * Of `res.partner`, read for the debtor itself in the company of the debt: both are kept for each company, and a
 * branch has its own. The company's switch for Odoo's warning is not asked: it hides the field, the limit stays.
 */
export const LIMIT_FIELDS = ['credit_limit', 'use_partner_credit_limit'] as const;

interface LimitRow {
	readonly credit_limit: number;
	/** Despite its name: whether the limit differs from the company's default. */
	readonly use_partner_credit_limit: boolean;
}

export const toCreditLimit = (
	version: number,
	{ credit_limit: amount, use_partner_credit_limit: differs }: LimitRow,
): CreditLimit => {
	const isKnown = fieldNameIn(version, 'res.partner', 'use_partner_credit_limit') !== null;
	return decideCreditLimit({ amount, differsFromDefault: isKnown ? differs : null });
};
