import { z } from 'zod';

import { Bisection, chunksOf } from '../../shared/odoo/batches';
import { OdooError } from '../../shared/odoo/errors';
import { mayWrite } from '../../shared/odoo/mayWrite';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OrderEffect } from '../../shared/traces/odoo/readBack';

/** Confirming makes deliveries and reserves stock: a longer list would run into Odoo's time limit for one call. */
const CONFIRM_SIZE = 100;

const windowAnswer = z
	.object({ type: z.string(), res_model: z.unknown(), name: z.unknown() })
	.partial({ res_model: true, name: true });

/** Confirms quotations. @returns by order id what Odoo refused or left in doubt */
export const writeConfirmations = async (
	client: OdooClient,
	orderIds: readonly number[],
): Promise<ReadonlyMap<number, OdooError>> => {
	const failed = new Map<number, OdooError>();
	const bisection = new Bisection(
		async (ids: readonly number[]) =>
			refuseWindow(await client.call('sale.order', 'action_confirm', { ids })),
		async () => await mayWrite(client, 'sale.order', []),
	);
	for (const chunk of chunksOf(orderIds, CONFIRM_SIZE)) {
		const result = await bisection.run(chunk);
		result.failed.forEach((error, id) => failed.set(id, error));
	}
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

/** For reading back; a locked order was `done` up to Odoo 16. */
export const confirmationEffect = (orderId: number): OrderEffect => ({
	orderId,
	call: 'sale.order.action_confirm',
	isShown: ({ state }) => state === 'sale' || state === 'done',
});
