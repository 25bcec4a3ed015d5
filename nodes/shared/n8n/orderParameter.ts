import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { OdooClient } from '../odoo/OdooClient';
import { saleOrder } from '../odoo/records/saleOrder';

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

const locator = z.object({
	mode: z.enum(['list', 'id', 'reference']),
	value: z.union([z.string(), z.number(), z.null()]).optional(),
});
const wholeNumber = /^\d+$/;

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
	const parsed = locator.safeParse(context.getNodeParameter('orderId', itemIndex));
	const value = String(parsed.success ? (parsed.data.value ?? '') : '').trim();
	if (parsed.success && parsed.data.mode === 'reference' && value !== '')
		return { reference: value };
	if (wholeNumber.test(value) && Number(value) > 0) return { id: Number(value) };
	const said = value === '' || value === 'undefined' ? 'is empty' : `is not a number: '${value}'`;
	return { error: refuse(context, itemIndex, `'Sales Order' ${said}`) };
};

const refuse = (
	context: IExecuteFunctions,
	itemIndex: number,
	message: string,
): NodeOperationError =>
	new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description:
			"Give each item the id of a sales order, for example '{{ $json.order.id }}', or choose By Reference.",
	});
