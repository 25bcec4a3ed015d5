// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{ sku: string, description: string, quantity: number, price: number }} Line */
/** @typedef {{ invoice: string, customer: string, country: string, message: string, lines: readonly Line[] }} Order */
/**
 * @typedef {object} Scenario
 * @property {readonly Order[]} orders by the time they came in
 * @property {ReadonlyMap<string, 'over' | 'near' | 'none'>} credit customers whose limit is not ample
 * @property {ReadonlySet<string>} overdue customers with an unpaid invoice that is past due
 * @property {Readonly<Record<string, number>>} stock articles of which there is not enough, or nothing
 * @property {ReadonlySet<string>} invoicedAsOrdered articles that are billed before they are shipped
 * @property {ReadonlySet<string>} services
 */

/** @param {string} name */
const read = (name) => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');

/** Real order lines of a wholesaler, and what the demonstration adds to them. @returns {Scenario} */
export function readScenario() {
	const { creditLimits, overdue, stock, invoicedAsOrdered, services, messages } = JSON.parse(
		read('scenario.json'),
	);
	const credit = Object.entries(creditLimits).flatMap(([kind, customers]) =>
		customers.map((/** @type {string} */ id) => [id, kind]),
	);
	return {
		orders: toOrders(parseCsv(read('online-retail-orders.csv')), messages),
		credit: new Map(credit),
		overdue: new Set(overdue),
		stock,
		invoicedAsOrdered: new Set(invoicedAsOrdered),
		services: new Set(services),
	};
}

/** The articles of all orders, once each. @param {readonly Order[]} orders */
export function articlesOf(orders) {
	return [
		...new Map(
			orders.flatMap(({ lines }) => lines.map((line) => /** @type {const} */ ([line.sku, line]))),
		).values(),
	];
}

/** How many of each article all orders ask for. @param {readonly Order[]} orders @returns {Map<string, number>} */
export function demandOf(orders) {
	const demand = new Map();
	for (const { sku, quantity } of orders.flatMap(({ lines }) => lines))
		demand.set(sku, (demand.get(sku) ?? 0) + quantity);
	return demand;
}

/** @param {readonly Record<string, string>[]} rows @param {Record<string, string>} messages @returns {Order[]} */
function toOrders(rows, messages) {
	const byInvoice = groupBy(rows, invoiceOf);
	return [...byInvoice].map(([invoice, lines]) => ({
		invoice,
		customer: lines[0].CustomerID.replace(/\.0$/, ''),
		country: lines[0].Country,
		message: messages[invoice] ?? '',
		lines: lines.map((row) => ({
			sku: row.StockCode,
			description: row.Description.trim(),
			quantity: Number(row.Quantity),
			price: Number(row.UnitPrice),
		})),
	}));
}

/** @param {Record<string, string>} row */
const invoiceOf = (row) => row.InvoiceNo;

/** @param {readonly Record<string, string>[]} rows @param {(row: Record<string, string>) => string} keyOf */
function groupBy(rows, keyOf) {
	/** @type {Map<string, Record<string, string>[]>} */
	const groups = new Map();
	for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
	return groups;
}

/** @param {string} text @returns {Record<string, string>[]} */
function parseCsv(text) {
	const [head, ...rows] = text.trim().split('\n').map(parseLine);
	return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

/** A value in quotes may hold commas, and quotes doubled. @param {string} line */
function parseLine(line) {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
	);
}
