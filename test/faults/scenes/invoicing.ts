import { OdooReleaseInvoice } from '../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { invoicingScene } from '../../OdooReleaseInvoice/invoicingScene';
import type { Scene } from './scene';

/** Two orders that are invoiced with a reference of their own, one held because nothing was shipped. */
export const invoicingFaults: Scene = {
	name: 'Release Invoice',
	type: new OdooReleaseInvoice(),
	parameters: {
		operation: 'release',
		milestone: 'shipped',
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
		const waiting = await scene.order(second, [{ product, quantity: 1, price: 10 }]);
		await scene.ship(shipped);
		return { items: [...shipped, waiting].map((id) => ({ order: { id } })) };
	},
};
