import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { OdooClient } from '../odoo/OdooClient';
import { saleOrder } from '../odoo/records/saleOrder';
import { LARGEST_ID } from './settings/bounds';

/** The order an item is about. Every order-to-cash node starts with this parameter. */
export const orderParameter: INodeProperties = {
	displayName: 'Sales Order',
	name: 'orderId',
	type: 'resourceLocator',
	default: { mode: 'id', value: '={{ $json.order.id }}' },
	required: true,
	description: 'The sales order in Odoo',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchOrders', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 42' },
		{ displayName: 'By Reference', name: 'reference', type: 'string', placeholder: 'e.g. S00042' },
	],
};

/** A number; how Odoo itself writes a reference to a record, `[42, "S00042"]`; or a record that came from Odoo. */
const identified = z.union([
	z.number(),
	z
		.tuple([z.number()])
		.rest(z.unknown())
		.transform(([id]) => id),
	z.object({ id: z.number() }).transform(({ id }) => id),
]);
const locator = z.object({
	mode: z.enum(['list', 'id', 'reference']),
	value: z.unknown(),
});
/** With a zero before it, it is somebody's number of an order and not its ID. */
const writtenId = /^[1-9]\d*$/;

export type OrderTarget =
	| { readonly kind: 'order'; readonly orderId: number }
	| { readonly kind: 'failed'; readonly error: Error };

type Wanted = { readonly id: number } | { readonly reference: string } | { readonly error: Error };

/** The order of each item, references looked up in one call. An item without a usable order fails alone. */
export const readOrderTargets = async (
	context: IExecuteFunctions,
	client: OdooClient,
): Promise<OrderTarget[]> => {
	const wanted = context.getInputData().map((_item, itemIndex) => readWanted(context, itemIndex));
	const references = wanted.flatMap((want) => ('reference' in want ? [want.reference] : []));
	const found =
		references.length > 0
			? await client.searchIn(saleOrder, ['id', 'name', 'company_id'], 'name', references)
			: [];
	return wanted.map((want, itemIndex): OrderTarget => {
		if ('error' in want) return { kind: 'failed', error: want.error };
		if ('id' in want) return { kind: 'order', orderId: want.id };
		const matches = found.filter(({ name }) => name === want.reference);
		if (matches.length === 1 && matches[0]) return { kind: 'order', orderId: matches[0].id };
		const message =
			matches.length === 0
				? `No sales order has the reference '${want.reference}'`
				: `${matches.length} sales orders have the reference '${want.reference}', in ${matches.map((order) => order.company_id?.name).join(' and ')}`;
		return { kind: 'failed', error: refuse(context, itemIndex, message) };
	});
};

const readWanted = (context: IExecuteFunctions, itemIndex: number): Wanted => {
	const given = context.getNodeParameter('orderId', itemIndex);
	const parsed = locator.safeParse(given);
	const { mode, value } = parsed.success ? parsed.data : { mode: 'id', value: given };
	return (
		toWanted(mode, value) ?? {
			error: refuse(context, itemIndex, `'Sales Order' ${whatIsWrong(value)}`),
		}
	);
};

const toWanted = (mode: string, value: unknown): Wanted | null => {
	const record = identified.safeParse(value);
	const text = record.success ? String(record.data) : typeof value === 'string' ? value.trim() : '';
	if (text === '') return null;
	if (mode === 'reference') return { reference: text };
	if (writtenId.test(text) && Number(text) <= LARGEST_ID) return { id: Number(text) };
	return /^0\d+$/.test(text) ? { reference: text } : null;
};

const whatIsWrong = (value: unknown): string =>
	[undefined, null, '', 'undefined', 'null'].some((nothing) => value === nothing)
		? 'is empty'
		: `is not the ID of an order: ${JSON.stringify(value).slice(0, LONGEST_QUOTE)}`;

const LONGEST_QUOTE = 80;

const refuse = (
	context: IExecuteFunctions,
	itemIndex: number,
	message: string,
): NodeOperationError =>
	new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description:
			"Give each item the ID of a sales order, for example '{{ $json.order.id }}', or choose By Reference.",
	});
