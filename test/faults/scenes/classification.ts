import { OdooAiClassify } from '../../../nodes/OdooAiClassify/OdooAiClassify.node';
import { makeOrders } from '../../OdooExceptionRouter/exceptionScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import type { Scene } from './scene';

const TEXTS = [
	'Please cancel this order, we do not need it any more.',
	'Two of the boxes arrived damaged and the goods are broken.',
];

/** Two orders with a text each, noted and tagged. */
export const classificationFaults: Scene = {
	name: 'AI Classify',
	type: new OdooAiClassify(),
	parameters: { method: 'rules', writeNote: true, writeTag: true },
	async build() {
		const orders = await makeOrders(axiosClient(liveOdoo().admin), TEXTS.length);
		return { items: orders.map(({ id }, index) => ({ order: { id }, text: TEXTS[index] ?? '' })) };
	},
};
