import type { INode } from 'n8n-workflow';

import { checkLive, codesIn } from '../../OdooCreditCheck/creditRun';
import { codesOf, releaseLive } from '../../OdooReleaseInvoice/invoicingRun';
import type { CreditAnswer } from '../laws/credit';
import type { ReleaseAnswer } from '../laws/release';

const NO_ANSWER = { reasons: [], message: '', retryable: false };

interface Failed {
	readonly order: { readonly id: number };
	readonly error?: { readonly message: string; readonly retryable: boolean };
}

const failuresOf = (failed: readonly Failed[]) =>
	failed.map(
		({ order, error }) =>
			[
				order.id,
				{
					...NO_ANSWER,
					decision: 'failed',
					message: error?.message ?? '',
					retryable: error?.retryable ?? false,
				},
			] as const,
	);

/** One execution of Release Invoice over orders: what it said of each. */
export const releaseAll = async (
	orderIds: readonly number[],
	parameters: INode['parameters'],
): Promise<ReadonlyMap<number, ReleaseAnswer>> => {
	const { released, held, nothing, failed, error } = await releaseLive(orderIds, parameters);
	if (error) throw error;
	const said = (decision: 'released' | 'held' | 'nothing', items: typeof released) =>
		items.map(
			(item) =>
				[
					item.order.id,
					{
						...NO_ANSWER,
						decision,
						reasons: codesOf(item),
						documents: item.invoice.invoices.map(({ id, state, total }) => ({ id, state, total })),
					},
				] as const,
		);
	return new Map<number, ReleaseAnswer>([
		...failuresOf(failed).map(([id, answer]) => [id, { ...answer, documents: [] }] as const),
		...said('released', released),
		...said('held', held),
		...said('nothing', nothing),
	]);
};

/** One execution of Credit Check over orders. */
export const checkAll = async (
	orderIds: readonly number[],
	parameters: INode['parameters'],
): Promise<ReadonlyMap<number, CreditAnswer>> => {
	const { approved, needsApproval, onHold, failed, error } = await checkLive(orderIds, parameters);
	if (error) throw error;
	return new Map<number, CreditAnswer>([
		...failuresOf(failed).map(([id, answer]) => [id, { ...answer, total: null }] as const),
		...[...approved, ...needsApproval, ...onHold].map(
			({ order, credit }) =>
				[
					order.id,
					{
						...NO_ANSWER,
						decision: credit.decision,
						reasons: codesIn(credit),
						total: credit.exposure.total,
					},
				] as const,
		),
	]);
};
