import { z } from 'zod';

import { OdooReleaseInvoice } from '../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { invoicingScene } from '../../OdooReleaseInvoice/invoicingScene';
import { claimed, notesOn } from './claims';
import type { Scene } from './scene';

const invoice = z.object({
	invoice: z.object({
		decision: z.string(),
		invoices: z.array(z.object({ id: z.number(), state: z.string() })),
	}),
});

/** Two orders that are invoiced with a reference of their own, one held because a part of it was shipped. */
export const invoicingFaults: Scene = {
	name: 'Release Invoice',
	type: new OdooReleaseInvoice(),
	parameters: {
		operation: 'release',
		milestone: 'fullyShipped',
		options: { reference: '={{ "PO " + $json.order.id }}' },
	},
	async build() {
		const scene = invoicingScene();
		const product = await scene.product('delivery');
		const first = await scene.customer();
		const second = await scene.customer();
		const shipped = [
			await scene.order(first, [{ product, quantity: 2, price: 10 }]),
			await scene.order(second, [{ product, quantity: 3, price: 10 }]),
		];
		const waiting = await scene.order(second, [{ product, quantity: 2, price: 10 }]);
		await scene.ship(shipped);
		await scene.ship([waiting], 1);
		return { items: [...shipped, waiting].map((id) => ({ order: { id } })) };
	},
	falseClaims: (run, held) =>
		claimed(run, invoice).flatMap(({ orderId, claim }) => {
			const { decision, invoices } = claim.invoice;
			const untrue = invoices.filter(
				({ id, state }) => held.row('account.move', id)?.state !== state,
			);
			return [
				...untrue.map(({ id, state }) => `order ${orderId} claims invoice ${id} ${state}`),
				...(decision === 'released' && !invoices.some(({ state }) => state === 'posted')
					? [`order ${orderId} claims to be released without an invoice`]
					: []),
				...(decision !== 'nothingToInvoice' && notesOn(held, orderId, 'invoice_').length === 0
					? [`order ${orderId} is ${decision} without a note`]
					: []),
			];
		}),
};
