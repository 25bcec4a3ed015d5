import { indexBy } from '../shared/core/collections';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { sendingRefused } from './core/rules/sendingRefused';
import type { DecidedOrder } from './core/sharedDrafts';
import { readGatedInvoices } from './odoo/readGatedInvoices';
import { readInvoicesAgain } from './odoo/readInvoicesAgain';
import { isUnsent, writeSendings } from './odoo/writeSendings';
import { decidedOn, orAllFailed, type Outcomes } from './releaseOutcome';

/** An invoice that cannot be sent is posted all the same; the reason is beside it. */
export const sendReleased = async (
	client: OdooClient,
	entries: readonly DecidedOrder[],
): Promise<Outcomes> => {
	const invoiced = entries.filter(
		({ decision }) => decision.kind === 'release' || decision.kind === 'invoiced',
	);
	return await orAllFailed(invoiced, async () => decidedOn(await send(client, invoiced)));
};

const send = async (
	client: OdooClient,
	entries: readonly DecidedOrder[],
): Promise<DecidedOrder[]> => {
	const before = entries.map(({ order }) => order);
	const invoices = indexBy(
		before.flatMap((order) => order.invoices),
		({ id }) => id,
	);
	const unsent = [...invoices.values()].filter(isUnsent);
	if (unsent.length === 0) return [...entries];
	const refused = await writeSendings(client, await readGatedInvoices(client, unsent));
	const refusals = new Map([...refused].map(([id, error]) => [id, error.reason]));
	const after = await readInvoicesAgain(client, before);
	return entries.map((entry, index) => {
		const order = after[index] ?? entry.order;
		const reasons = [...entry.decision.reasons, ...sendingRefused.check(order, refusals)];
		return { ...entry, order, decision: { ...entry.decision, reasons } };
	});
};
