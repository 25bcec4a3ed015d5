// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{ sku: string, name: string, price: number }} Article */
/** @typedef {{ number: string, name: string, street: string, zip: string, city: string, country: string }} Customer country: as Odoo names it, "base.<country>" */
/** @typedef {{ sku: string, quantity: number, price: number }} Line */
/** @typedef {{ reference: string, customer: string, message: string, lines: readonly Line[] }} Order */
/**
 * @typedef {object} Scenario
 * @property {readonly Article[]} articles
 * @property {readonly Customer[]} customers
 * @property {readonly Order[]} orders by the time they came in
 * @property {ReadonlyMap<string, 'over' | 'near' | 'none'>} credit customers whose limit is not ample
 * @property {ReadonlySet<string>} overdue customers with an unpaid invoice that is past due
 * @property {Readonly<Record<string, number>>} stock articles of which there is not enough, or nothing
 * @property {ReadonlySet<string>} invoicedAsOrdered articles that are invoiced before they are shipped
 * @property {ReadonlySet<string>} services
 */

/** @param {string} name */
const read = (name) => readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8');

/** A wholesaler's articles, customers and orders, all invented, and what makes them worth watching. @returns {Scenario} */
export function readScenario() {
	const { creditLimits, overdue, stock, invoicedAsOrdered, services, messages } = JSON.parse(
		read('scenario.json'),
	);
	const articles = readTable('articles.csv').map(([sku, name, price]) => ({
		sku,
		name,
		price: Number(price),
	}));
	const customers = readTable('customers.csv').map(
		([number, name, street, zip, city, country]) => ({ number, name, street, zip, city, country }),
	);
	const credit = Object.entries(creditLimits).flatMap(([kind, numbers]) =>
		numbers.map((/** @type {string} */ number) => [number, kind]),
	);
	return {
		articles,
		customers,
		orders: readOrders(articles, messages),
		credit: new Map(credit),
		overdue: new Set(overdue),
		stock,
		invoicedAsOrdered: new Set(invoicedAsOrdered),
		services: new Set(services),
	};
}

/** How many of each article all orders ask for. @param {readonly Order[]} orders @returns {Map<string, number>} */
export function demandOf(orders) {
	const demand = new Map();
	for (const { sku, quantity } of orders.flatMap(({ lines }) => lines))
		demand.set(sku, (demand.get(sku) ?? 0) + quantity);
	return demand;
}

/** Lines stand as "12 KT-1010; 6 KT-1020". @param {readonly Article[]} articles @param {Record<string, string>} messages @returns {Order[]} */
function readOrders(articles, messages) {
	const prices = new Map(articles.map(({ sku, price }) => [sku, price]));
	const toLine = (/** @type {string} */ text) => {
		const [quantity, sku] = text.split(' ');
		const price = prices.get(sku);
		if (price === undefined) throw new Error(`orders.csv asks for ${sku}, which is no article.`);
		return { sku, quantity: Number(quantity), price };
	};
	return readTable('orders.csv').map(([reference, customer, lines]) => ({
		reference,
		customer,
		message: messages[reference] ?? '',
		lines: lines.split('; ').map(toLine),
	}));
}

/** The rows below the head; no value holds a comma. @param {string} name */
const readTable = (name) =>
	read(name)
		.trim()
		.split('\n')
		.slice(1)
		.map((row) => row.split(','));
