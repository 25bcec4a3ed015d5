import { z } from 'zod';

import type { SceneRecords } from '../scenes/scene';

const orderItem = z.object({ order: z.object({ id: z.number() }) });

/** Every order that a scene is about, by id. */
export const ordersOf = ({ items, also }: SceneRecords): number[] =>
	[
		...new Set([
			...items.map((item) => orderItem.parse(item).order.id),
			...(also?.['sale.order'] ?? []),
		]),
	].sort((a, b) => a - b);
