import { indexBy } from '../../shared/core/collections';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { findNotes } from '../../shared/traces/odoo/notes';
import type { DecidedOrder } from '../core/sharedDrafts';
import { RELEASE_NOTE, releaseKey } from './noteTexts';
import { readGatedInvoices } from './readGatedInvoices';
import type { Failures } from './settle';
import { writeReleaseNotes } from './writeNotes';

/** What a run that died after posting did not write: the release of invoices that the gate let pass. */
export const writeLateNotes = async (
	client: OdooClient,
	invoiced: readonly DecidedOrder[],
	today: string,
): Promise<Failures> => {
	const notes = await findNotes(client, {
		model: 'sale.order',
		recordIds: invoiced.map(({ order }) => order.id),
		keyPrefix: RELEASE_NOTE,
	});
	const noted = new Set(notes.map(({ key }) => key));
	const unnoted = invoiced.flatMap(({ order }) =>
		order.invoices.filter(
			({ id, state }) => state === 'posted' && !noted.has(releaseKey(order.id, id)),
		),
	);
	const once = [...indexBy(unnoted, ({ id }) => id).values()];
	const gated = await readGatedInvoices(client, once);
	const late = new Set(gated.map(({ id }) => id));
	return await writeReleaseNotes(client, invoiced, today, late);
};
