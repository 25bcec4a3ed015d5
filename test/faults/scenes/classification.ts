import { z } from 'zod';

import { OdooAiClassify } from '../../../nodes/OdooAiClassify/OdooAiClassify.node';
import { exceptionScene } from '../../OdooExceptionRouter/exceptionScene';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { claimed, notesOn, tagsOn } from './claims';
import type { Scene } from './scene';

const classified = z.object({ classification: z.object({}).passthrough() });

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
		const orders = await exceptionScene(axiosClient(liveOdoo().admin)).orders(TEXTS.length);
		return { items: orders.map(({ id }, index) => ({ order: { id }, text: TEXTS[index] ?? '' })) };
	},
	falseClaims: (run, held) =>
		claimed(run, classified).flatMap(({ orderId }) => [
			...(notesOn(held, orderId, 'classify').length === 0 ? [`order ${orderId} has no note`] : []),
			...(tagsOn(held, orderId).length === 0 ? [`order ${orderId} has no tag`] : []),
		]),
};
