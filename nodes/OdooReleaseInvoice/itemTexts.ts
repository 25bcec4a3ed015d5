import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { SuppliedTexts } from '../shared/core/invoicing/facts';
import { escapeHtml } from '../shared/odoo/notes';

/** An expression may give a number, or `false` and nothing for "not there". */
const text = z.preprocess(
	(value) => (value === undefined || value === null || value === false ? '' : String(value)),
	z
		.string()
		.trim()
		.transform((said) => said || null),
);

/** What each order's items bring along; the first item that says something counts. */
export const readItemTexts = (
	context: IExecuteFunctions,
	itemsOf: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, SuppliedTexts> => {
	const read = (name: string, items: readonly number[]) =>
		items
			.map((itemIndex) => text.parse(context.getNodeParameter(`options.${name}`, itemIndex, '')))
			.find((said) => said !== null) ?? null;
	return new Map(
		[...itemsOf].map(([orderId, items]) => {
			const narration = read('narration', items);
			return [
				orderId,
				{
					proof: read('proofOfDelivery', items),
					reference: read('reference', items),
					narration: narration === null ? null : toHtml(narration),
				},
			];
		}),
	);
};

const toHtml = (lines: string): string =>
	`<p>${lines.split(/\r?\n/).map(escapeHtml).join('<br>')}</p>`;
