import type { OrderFacts } from '../facts';
import { balanceOf, goodsOf, openDownPayments } from './balance';
import { broken, type Broken } from './broken';
import { everWorthOf, type Approval, type Memory } from './memory';

/** What one execution of Credit Check said of an order. */
export interface CreditAnswer {
	readonly decision: 'approved' | 'needsApproval' | 'onHold' | 'failed';
	readonly reasons: readonly string[];
	/** Exposure with the order, in the company's currency; null when it failed. */
	readonly total: number | null;
	readonly message: string;
	readonly retryable: boolean;
}

export interface Checked {
	readonly before: OrderFacts;
	/** As it was before. */
	readonly memory: Memory;
	readonly answers: readonly CreditAnswer[];
}

/** By how many percent an order may grow under its approval. */
const GROWTH = 10;
const CENTS = 0.05;

export const brokenByCheck = (run: Checked): Broken[] =>
	run.answers.flatMap((answer) => {
		if (answer.decision === 'failed')
			return run.answers.length > 1 && answer.retryable ? [] : [broken('failed', answer.message)];
		return [...lawOfExposure(run, answer), ...lawOfApproval(run, answer)];
	});

const isFresh = ({ decision, reasons }: CreditAnswer): boolean =>
	decision === 'approved' && !reasons.includes('approved_before');

/** What the debtor owes, and will owe for this order, its only one; with tax. */
export const exposureOf = (order: OrderFacts, memory: Memory): number => {
	const rest = goodsOf(order).reduce((sum, line) => {
		const { worth, keptWithDrafts, billed } = balanceOf(order, line);
		const open = Math.min(
			worth - keptWithDrafts,
			everWorthOf(memory, line.id) - Math.max(billed, keptWithDrafts),
		);
		const price = line.ordered === 0 ? line.price : line.gross / line.ordered;
		return sum + Math.max(0, open) * price;
	}, 0);
	const paidDown = openDownPayments(order, ['posted', 'draft']).gross;
	const { receivables, drafts } = order.account;
	return receivables + drafts + Math.max(0, rest - Math.max(0, paidDown));
};

const lawOfExposure = ({ before, memory }: Checked, { total }: CreditAnswer): Broken[] => {
	const right = exposureOf(before, memory);
	return total === null || Math.abs(total - right) <= CENTS
		? []
		: [
				broken(
					'exposureDiffers',
					`${total} for ${Math.round(right * 100) / 100}: ${JSON.stringify(before.account)}`,
				),
			];
};

const lawOfApproval = (
	{ before, answers, memory: { approval } }: Checked,
	{ decision, reasons }: CreditAnswer,
): Broken[] => {
	// Of two at once the second one may see what the first one has just approved.
	if (answers.some(isFresh)) return [];
	if (decision !== 'approved' || !reasons.includes('approved_before')) return [];
	if (approval === null) return [broken('approvedBefore', 'cancelled since, or never approved')];
	const now = approvalFor(before);
	const differs = [
		...(['debtor', 'company', 'currency'] as const).filter((fact) => now[fact] !== approval[fact]),
		...(now.termDays > approval.termDays ? ['termDays' as const] : []),
		...(now.total > approval.total * (1 + GROWTH / 100) + CENTS ? ['total' as const] : []),
	];
	return differs.length === 0
		? []
		: [
				broken(
					'approvedBefore',
					differs.map((fact) => `${fact} ${approval[fact]}, now ${now[fact]}`).join(', '),
				),
			];
};

const approvalFor = (order: OrderFacts): Approval => ({
	debtor: order.debtor,
	company: order.company,
	currency: order.currency,
	total: order.total,
	termDays: order.termDays,
});

/** An approval that was given anew counts from now on. */
export const rememberApproval = (
	memory: Memory,
	order: OrderFacts,
	answers: readonly CreditAnswer[],
): Memory => (answers.some(isFresh) ? { ...memory, approval: approvalFor(order) } : memory);
