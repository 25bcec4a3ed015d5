import type { IDataObject } from 'n8n-workflow';

import type { AllocatedLine, Allocation } from './core/allocation';

const lineJson = ({ product, waiting, elsewhere, substitute, ...line }: AllocatedLine) => ({
	lineId: line.lineId,
	product: { ...product },
	unit: line.unit,
	asked: line.asked,
	allocated: line.allocated,
	short: line.short,
	warehouse: line.warehouse,
	expected: line.expected,
	reason: line.reason,
	waiting: waiting && { ...waiting },
	elsewhere: elsewhere.map((place) => ({ ...place })),
	...(substitute ? { substitute: { ...substitute, product: { ...substitute.product } } } : {}),
});

/** What an item gets under `allocation`: plain, and nothing of it shared with another item. */
export const toJson = ({ lines, warnings, run, ...allocation }: Allocation): IDataObject => ({
	allocation: {
		status: allocation.status,
		fillRate: allocation.fillRate,
		value: allocation.value,
		currency: allocation.currency,
		reason: allocation.reason,
		warnings: [...warnings],
		lines: lines.map(lineJson),
		run: { ...run },
	},
});
