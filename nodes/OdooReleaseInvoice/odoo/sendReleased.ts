import { sendingRefused } from '../core/rules/sendingRefused';
import type { DecidedOrder } from '../core/sharedDrafts';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { rereadInvoices } from './readInvoices';
import { orAllFailed, type Outcomes, type ReleaseOutcome } from './releaseOutcome';
import { gatedInvoices, sendInvoices } from './sendInvoices';

/** An invoice that cannot be sent is billed all the same; the reason stands beside it. */
export const sendReleased = async (
	client: OdooClient,
	entries: readonly DecidedOrder[],
): Promise<Outcomes> => {
	const billed = entries.filter(
		({ decision }) => decision.kind === 'release' || decision.kind === 'invoiced',
	);
	const work = async (): Promise<Outcomes> => {
		const unsent = new Map(
			billed.flatMap(({ order }) =>
				order.invoices.map((invoice) => [invoice.id, invoice] as const),
			),
		);
		const posted = [...unsent.values()].filter(
			({ state, sending }) => state === 'posted' && sending === 'unsent',
		);
		const refused = await sendInvoices(client, await gatedInvoices(client, posted));
		const refusals = new Map([...refused].map(([id, error]) => [id, error.reason]));
		const orders =
			posted.length > 0
				? await rereadInvoices(
						client,
						billed.map(({ order }) => order),
					)
				: billed.map(({ order }) => order);
		return new Map(
			billed.map((entry, index): [number, ReleaseOutcome] => {
				const order = orders[index] ?? entry.order;
				const reasons = sendingRefused.check(order, refusals);
				return [
					order.id,
					{
						kind: 'decided',
						entry: {
							...entry,
							order,
							decision: { ...entry.decision, reasons: [...entry.decision.reasons, ...reasons] },
						},
					},
				];
			}),
		);
	};
	return await orAllFailed(billed, work());
};
