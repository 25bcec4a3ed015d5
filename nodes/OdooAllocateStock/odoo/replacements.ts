import { compare, exact, largest, roundTo, subtract } from '../../shared/core/exact';
import { numberText } from '../../shared/core/wording';
import { valuesIn } from '../../shared/odoo/fieldNames';
import type { Json } from '../../shared/odoo/OdooTransport';
import type { RecordOf } from '../../shared/odoo/records/record';
import { saleOrderLine } from '../../shared/odoo/records/saleOrderLine';
import { escapeHtml } from '../../shared/core/html';
import type { Note } from '../../shared/traces/odoo/notes';
import type { AllocatedLine, ProposedSubstitute } from '../core/allocation';

export const SOLD_FIELDS = [
	'id',
	'order_id',
	'product_id',
	'product_uom_id',
	'product_uom_qty',
	'qty_delivered',
	'qty_invoiced',
	'price_unit',
	'discount',
] as const;

type SaleLine = RecordOf<typeof saleOrderLine, (typeof SOLD_FIELDS)[number]>;

/** A line that is to become less of its product and some of another. */
export interface Replacement {
	readonly orderId: number;
	readonly line: AllocatedLine & { readonly substitute: ProposedSubstitute };
	readonly sold: SaleLine;
	/** What the short line still asks for. */
	readonly left: number;
}

const DECIMALS = 6;

/** A component of a kit is not what was sold, and a line in another unit cannot be split exactly. */
export const replacementOf = (
	line: AllocatedLine,
	sold: SaleLine | undefined,
): Replacement | null => {
	const { substitute } = line;
	if (!sold || !substitute || sold.product_id?.id !== line.product.id) return null;
	if (line.unit !== substitute.unit || sold.product_uom_id?.name !== line.unit) return null;
	const left = subtract(exact(sold.product_uom_qty), exact(substitute.quantity));
	const settled = largest(exact(sold.qty_delivered), exact(sold.qty_invoiced));
	if (compare(left, settled) < 0) return null;
	return {
		orderId: sold.order_id?.id ?? 0,
		line: { ...line, substitute },
		sold,
		left: roundTo(left, DECIMALS),
	};
};

/** Less of the short article and a line for its substitute, at the price the customer was promised. */
export const toCommands = (
	version: number,
	{ line: { substitute }, sold, left }: Replacement,
): Json[] => [
	[1, sold.id, { product_uom_qty: left }],
	[
		0,
		0,
		valuesIn(version, saleOrderLine.model, {
			product_id: substitute.product.id,
			product_uom_id: sold.product_uom_id?.id ?? null,
			product_uom_qty: substitute.quantity,
			price_unit: sold.price_unit,
			discount: sold.discount,
		}),
	],
];

/** Both are kept in the same unit. */
const replacedText = ({ substitute, unit, product }: Replacement['line']): string => {
	const quantity = `${numberText(substitute.quantity, DECIMALS)} ${unit}`;
	return `${quantity} of ${product.name}, which is short, by ${quantity} of ${substitute.product.name} at the same price.`;
};

export const toNote = ({ orderId, line, sold }: Replacement): Note => ({
	key: `substitute-${sold.id}-${line.substitute.product.id}-${String(sold.product_uom_qty).replace('.', '_')}`,
	model: 'sale.order',
	recordId: orderId,
	html: `<p><strong>Replaced</strong>: ${escapeHtml(replacedText(line))}</p>`,
});
