import { z } from 'zod';

import { chunksOf, bisect } from '../../shared/odoo/batches';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { saleOrder } from '../../shared/odoo/records/saleOrder';

/** Confirming makes deliveries and reserves stock: a longer list would run into Odoo's time limit for one call. */
const CONFIRM_SIZE = 100;

const windowAnswer = z
	.object({ type: z.string(), res_model: z.unknown(), name: z.unknown() })
	.partial({ res_model: true, name: true });

/** Confirms quotations. @returns what did not get confirmed, and why */
export const writeConfirmations = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const failed = new Map<number, OdooError>();
	for (const chunk of chunksOf(orderIds, CONFIRM_SIZE)) {
		const result = await bisect(chunk, async (ids) =>
			refuseWindow(await client.call('sale.order', 'action_confirm', { ids })),
		);
		result.failed.forEach((error, id) => failed.set(id, error));
	}
	// Somebody else may have confirmed meanwhile, and after a lost answer only Odoo knows.
	const states =
		failed.size === 0 ? [] : await client.read(saleOrder, ['id', 'state'], [...failed.keys()]);
	for (const { id, state } of states) if (state === 'sale' || state === 'done') failed.delete(id);
	return failed;
};

/** A button that answers with a window did nothing. */
const refuseWindow = (answer: unknown): void => {
	const asked = windowAnswer.safeParse(answer);
	if (!asked.success) return;
	const { name, res_model: model } = asked.data;
	throw new OdooError({
		kind: 'validation',
		call: 'sale.order.action_confirm',
		reason: `Odoo asks a question before it confirms: ${String(name ?? model ?? 'a window')}`,
		advice: 'Confirm the quotation in Odoo and answer what its dialog asks.',
	});
};
