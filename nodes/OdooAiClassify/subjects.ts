import type { IExecuteFunctions } from 'n8n-workflow';

import { readOrderTargets } from '../shared/n8n/orderParameter';
import { OdooError } from '../shared/odoo/errors';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { cleanText, type CleanText } from './core/cleanText';
import { readClassifiedOrders, type ClassifiedOrder } from './odoo/readOrderTexts';
import { readText, type ClassifyParameters } from './parameters';

/** A text to classify, and the order it is about. */
export interface Subject {
	/** Null when the node neither reads from the order nor writes to it. */
	readonly order: ClassifiedOrder | null;
	readonly clean: CleanText;
}

export type FoundSubject = { readonly subject: Subject } | { readonly error: unknown };

/** One for each item; orders and their texts are read in bulk, and only when they are needed. */
export const readSubjects = async (
	context: IExecuteFunctions,
	client: OdooClient,
	{ textSource, writeNote, writeTag, limits }: ClassifyParameters,
): Promise<FoundSubject[]> => {
	const withText = (itemIndex: number, order: ClassifiedOrder | null): FoundSubject => {
		try {
			const raw = textSource === 'item' ? readText(context, itemIndex) : (order?.text ?? '');
			return { subject: { order, clean: cleanText(raw, limits.longestText) } };
		} catch (error) {
			return { error };
		}
	};
	if (textSource === 'item' && !writeNote && !writeTag)
		return context.getInputData().map((_item, itemIndex) => withText(itemIndex, null));
	const targets = await readOrderTargets(context, client);
	const orderIds = targets.flatMap((target) => (target.kind === 'order' ? [target.orderId] : []));
	const orders = await readClassifiedOrders(
		client,
		orderIds,
		textSource === 'item' ? null : textSource,
	);
	return targets.map((target, itemIndex): FoundSubject => {
		if (target.kind === 'failed') return { error: target.error };
		const order = orders.get(target.orderId);
		return order ? withText(itemIndex, order) : { error: missing(target.orderId) };
	});
};

const missing = (orderId: number): OdooError =>
	new OdooError({
		kind: 'missingRecord',
		call: 'sale.order.read',
		reason: `there is no sales order ${orderId}, or the integration user may not see it`,
		advice:
			"Check the ID and the user's rights, or turn off 'Write Note' and 'Set Tag' to classify without an order.",
	});
