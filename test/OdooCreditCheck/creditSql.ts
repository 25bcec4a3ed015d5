import { z } from 'zod';

import type { CreditJson } from '../../nodes/OdooCreditCheck/json';
import { ledgerSql, NO_PARTS } from '../shared/ledger/ledgerSql';

/** Of the first company. */
interface ExposureQuery {
	readonly accountIds: readonly number[];
	/** `YYYY-MM-DD` */
	readonly today: string;
	readonly parts?: typeof NO_PARTS;
}

/**
 * Every figure of the exposure for each debtor, from the tables alone: orders by the ledger in SQL, the rate from the
 * rates, credits set against the oldest debts by a running sum.
 */
export const exposureSql = ({ accountIds, today, parts = NO_PARTS }: ExposureQuery): string => `
WITH accounts AS (SELECT id FROM res_partner WHERE id IN (${accountIds.join(',')})),
rates AS (
	SELECT c.id, coalesce((SELECT r.rate FROM res_currency_rate r WHERE r.currency_id = c.id AND r.name <= '${today}'
		AND (r.company_id = 1 OR r.company_id IS NULL) ORDER BY r.company_id, r.name DESC LIMIT 1), 1.0)::numeric AS rate FROM res_currency c
),
company AS (SELECT rates.rate FROM res_company JOIN rates ON rates.id = res_company.currency_id WHERE res_company.id = 1),
items AS (
	SELECT p.commercial_partner_id AS account, l.id, m.state, m.move_type,
		CASE m.state WHEN 'posted' THEN l.amount_residual ELSE l.balance END AS amount,
		greatest(0, '${today}'::date - coalesce(l.date_maturity, l.date)) AS days
	FROM account_move_line l JOIN account_move m ON m.id = l.move_id JOIN account_account a ON a.id = l.account_id JOIN res_partner p ON p.id = l.partner_id
	WHERE p.commercial_partner_id IN (SELECT id FROM accounts) AND a.account_type = 'asset_receivable' AND l.company_id = 1
		AND ((m.state = 'posted' AND NOT coalesce(l.reconciled, false)) OR (m.state = 'draft' AND m.move_type IN ('out_invoice', 'out_refund', 'out_receipt')))
),
credits AS (SELECT account, -coalesce(sum(amount), 0) AS amount FROM items WHERE state = 'posted' AND amount < 0 GROUP BY account),
debts AS (
	SELECT i.account, i.days, greatest(0, least(i.amount, sum(i.amount) OVER (PARTITION BY i.account ORDER BY i.days DESC, i.id) - coalesce(c.amount, 0))) AS open
	FROM items i LEFT JOIN credits c ON c.account = i.account WHERE i.state = 'posted' AND i.amount > 0
),
aged AS (
	SELECT account, sum(open) AS debts,
		coalesce(sum(open) FILTER (WHERE days = 0), 0) AS current,
		coalesce(sum(open) FILTER (WHERE days BETWEEN 1 AND 30), 0) AS days1to30,
		coalesce(sum(open) FILTER (WHERE days BETWEEN 31 AND 60), 0) AS days31to60,
		coalesce(sum(open) FILTER (WHERE days BETWEEN 61 AND 90), 0) AS days61to90,
		coalesce(sum(open) FILTER (WHERE days > 90), 0) AS over90
	FROM debts GROUP BY account
),
ledger AS (
	SELECT account, coalesce(sum(amount) FILTER (WHERE state = 'posted'), 0) AS receivables, coalesce(sum(amount) FILTER (WHERE state = 'draft' AND amount > 0), 0) AS drafts
	FROM items GROUP BY account
),
ordered AS (
	SELECT o.id, p.commercial_partner_id AS account, company.rate / r.rate AS factor
	FROM sale_order o JOIN res_partner p ON p.id = o.partner_invoice_id JOIN rates r ON r.id = o.currency_id CROSS JOIN company
	WHERE p.commercial_partner_id IN (SELECT id FROM accounts) AND o.company_id = 1 AND o.state IN ('sale', 'cancel')
),
books AS (${ledgerSql(
	`SELECT o.id FROM sale_order o JOIN res_partner p ON p.id = o.partner_invoice_id
	WHERE p.commercial_partner_id IN (${accountIds.join(',')}) AND o.company_id = 1 AND o.state IN ('sale', 'cancel')`,
	parts,
)}),
amounts AS (
	SELECT o.account, o.id AS order_id, greatest(0, (b.delivered + least(0, b.undelivered)) * o.factor) AS delivered,
		greatest(0, (b.undelivered + least(0, b.delivered)) * o.factor) AS undelivered
	FROM ordered o JOIN books b ON b.id = o.id
),
advances AS (SELECT o.id AS order_id, b.paid_down * o.factor AS paid FROM ordered o JOIN books b ON b.id = o.id),
net AS (
	SELECT a.account, greatest(0, a.delivered - greatest(0, coalesce(d.paid, 0))) AS delivered,
		greatest(0, a.undelivered - greatest(0, greatest(0, coalesce(d.paid, 0)) - a.delivered)) AS undelivered
	FROM amounts a LEFT JOIN advances d ON d.order_id = a.order_id
),
orders AS (SELECT account, sum(delivered) AS delivered, sum(undelivered) AS undelivered FROM net GROUP BY account)
SELECT accounts.id AS account,
	round(coalesce(ledger.receivables, 0), 2) AS receivables, round(coalesce(aged.current, 0), 2) AS current, round(coalesce(aged.days1to30, 0), 2) AS days1to30,
	round(coalesce(aged.days31to60, 0), 2) AS days31to60, round(coalesce(aged.days61to90, 0), 2) AS days61to90, round(coalesce(aged.over90, 0), 2) AS over90,
	round(coalesce(ledger.receivables, 0) - coalesce(aged.debts, 0), 2) AS unapplied,
	round(coalesce(ledger.drafts, 0), 2) AS drafts, round(coalesce(orders.delivered, 0), 2) AS delivered, round(coalesce(orders.undelivered, 0), 2) AS undelivered,
	round(coalesce(ledger.receivables, 0) + coalesce(ledger.drafts, 0) + coalesce(orders.delivered, 0) + coalesce(orders.undelivered, 0), 2) AS total
FROM accounts LEFT JOIN ledger ON ledger.account = accounts.id LEFT JOIN aged ON aged.account = accounts.id LEFT JOIN orders ON orders.account = accounts.id
ORDER BY accounts.id`;

export const exposureRow = z.object({
	account: z.number(),
	receivables: z.number(),
	current: z.number(),
	days1to30: z.number(),
	days31to60: z.number(),
	days61to90: z.number(),
	over90: z.number(),
	unapplied: z.number(),
	drafts: z.number(),
	delivered: z.number(),
	undelivered: z.number(),
	total: z.number(),
});

/** The same figures as a node gives them, in an order's exposure without the order itself. */
export const exposureFiguresOf = ({
	account,
	exposure,
}: CreditJson): z.output<typeof exposureRow> => ({
	account: account.id,
	receivables: exposure.receivables,
	...exposure.ageing,
	unapplied: exposure.unapplied,
	drafts: exposure.draftInvoices,
	delivered: exposure.deliveredNotInvoiced,
	undelivered: exposure.undelivered,
	total: Math.round((exposure.total - exposure.thisOrder) * 100) / 100,
});
