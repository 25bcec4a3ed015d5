import { byWeight, mulberry32 } from '../support/mulberry32';
import type { WholesaleLine, WholesaleOrder } from '../data/wholesaleOrders';
import type { WholesaleShape } from '../data/wholesaleShape';

const COLUMNS = ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice'] as const;

interface Row {
	readonly invoice: string;
	readonly sku: string;
	readonly quantity: number;
	/** YYYY-MM-DD */
	readonly day: string;
	/** For one piece. */
	readonly cents: number;
}

/** The values of a line; one in quotes may hold commas, and quotes doubled. */
const valuesOf = (line: string): string[] =>
	[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
	);

const headOf = (text: string): string[] => valuesOf(/^.*/.exec(text)?.[0] ?? '');

/** Whether a file is a list of order lines: its first line names the columns that are read here. */
export const isOrderLines = (text: string): boolean => {
	const head = headOf(text);
	return COLUMNS.every((column) => head.includes(column));
};

const rowsOf = (text: string): Row[] => {
	const head = headOf(text);
	const [, ...lines] = text.trim().split(/\r?\n/);
	return lines.map((line) => {
		const values = valuesOf(line);
		const at = (column: (typeof COLUMNS)[number]) => values[head.indexOf(column)] ?? '';
		return {
			invoice: at('InvoiceNo'),
			sku: at('StockCode'),
			quantity: Number(at('Quantity')),
			day: at('InvoiceDate').slice(0, 10),
			cents: Math.round(100 * Number(at('UnitPrice'))),
		};
	});
};

/** The lines of each invoice of one day. */
export type OrderDay = ReadonlyMap<string, readonly WholesaleLine[]>;

/**
 * The sales in a list of order lines, by day (YYYY-MM-DD) and invoice. Cancellations (invoice numbers that begin with
 * "C"), returns and lines without a price are no sales.
 */
export const readOrderDays = (text: string): ReadonlyMap<string, OrderDay> => {
	const days = new Map<string, Map<string, WholesaleLine[]>>();
	const products = new Map<string, number>();
	for (const { invoice, sku, quantity, day, cents } of rowsOf(text)) {
		if (invoice.startsWith('C') || !(quantity > 0) || !(cents > 0)) continue;
		const product = products.get(sku) ?? products.size;
		products.set(sku, product);
		const invoices = days.get(day) ?? new Map<string, WholesaleLine[]>();
		const lines = invoices.get(invoice) ?? [];
		lines.push({ product, quantity, multiple: 1, cents });
		days.set(day, invoices.set(invoice, lines));
	}
	return days;
};

/** Orders of a day as a shape makes them otherwise: with its priorities and its share that ships complete. */
export const toOrders = (
	day: OrderDay,
	seed: number,
	{ priorities, shipsComplete }: Pick<WholesaleShape, 'priorities' | 'shipsComplete'>,
): WholesaleOrder[] => {
	const random = mulberry32(seed);
	const drawPriority = byWeight(priorities.map(({ share }) => share));
	return [...day.values()].map((lines, customer) => ({
		customer,
		weight: priorities[drawPriority(random)]?.weight ?? 1,
		shipsComplete: random() < shipsComplete,
		lines,
	}));
};
