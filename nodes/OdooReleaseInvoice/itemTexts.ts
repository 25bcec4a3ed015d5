import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { SuppliedTexts } from './core/facts';
import { escapeHtml } from '../shared/traces/odoo/notes';

export interface ItemTexts {
	readonly supplied: ReadonlyMap<number, SuppliedTexts>;
	/** Orders whose items have an expression that cannot be worked out. */
	readonly failed: ReadonlyMap<number, unknown>;
}

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
): ItemTexts => {
	const supplied = new Map<number, SuppliedTexts>();
	const failed = new Map<number, unknown>();
	for (const [orderId, items] of itemsOf) {
		try {
			supplied.set(orderId, readTexts(context, items));
		} catch (error) {
			failed.set(orderId, error);
		}
	}
	return { supplied, failed };
};

const readTexts = (context: IExecuteFunctions, items: readonly number[]): SuppliedTexts => {
	const read = (name: string) =>
		items
			.map((itemIndex) => text.parse(context.getNodeParameter(`options.${name}`, itemIndex, '')))
			.find((said) => said !== null) ?? null;
	const narration = read('narration');
	return {
		proof: read('proofOfDelivery'),
		reference: read('reference'),
		narration: narration === null ? null : toHtml(narration),
	};
};

const toHtml = (lines: string): string =>
	`<p>${lines.split(/\r?\n/).map(escapeHtml).join('<br>')}</p>`;
