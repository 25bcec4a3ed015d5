import { z } from 'zod';

import scenario from '../demo/data/scenario.json';
import { runDemo, type DemoRun } from './demoRun';
import { readPositions, type OrderPosition } from './position';
import { n8nList } from './servers';
import { snapshot } from './snapshot';

const MINUTES = 60_000;

const execution = z.object({ id: z.string(), status: z.string(), mode: z.string() });

let first: DemoRun;
let positions: readonly OrderPosition[];

beforeAll(async () => {
	first = await runDemo();
	positions = await readPositions(first.outcomes.map(({ id }) => id));
}, 6 * MINUTES);

const of = (kind: string): readonly OrderPosition[] => {
	const ids = new Set(
		first.outcomes.filter((outcome) => outcome.kind === kind).map(({ id }) => id),
	);
	return positions.filter(({ id }) => ids.has(id));
};
const ofCustomers = (customers: readonly string[]) =>
	positions.filter(({ customer }) => customers.includes(customer));
const total = (order: OrderPosition, what: 'asked' | 'delivered' | 'reserved') =>
	order.lines.reduce((sum, line) => sum + line[what], 0);
const untouched = (order: OrderPosition) =>
	total(order, 'delivered') + total(order, 'reserved') === 0 && order.invoices.length === 0;

describe('orders confirmed in a real Odoo, worked off by a real n8n', () => {
	it('every order has an outcome, and each kind occurs', () => {
		expect(positions.length).toBeGreaterThanOrEqual(40);
		const kinds = ['Invoiced', 'Needs approval', 'On hold', 'Partially allocated', 'Short'];
		expect([...new Set(first.outcomes.map(({ kind }) => kind))].sort()).toEqual(kinds);
	});

	it('invoices each delivered order once, for exactly what was delivered', () => {
		const delivered = positions.filter((order) => total(order, 'delivered') > 0);
		expect(delivered.length).toBeGreaterThan(0);
		for (const { name, invoices, invoiceableCents } of delivered)
			expect([name, ...invoices.map(({ state, cents }) => `${state} ${cents}`)]).toEqual([
				name,
				`posted ${invoiceableCents}`,
			]);
	});

	it('invoices nothing that was not delivered', () => {
		for (const order of positions.filter((one) => total(one, 'delivered') === 0))
			expect([order.name, order.invoices]).toEqual([order.name, []]);
	});

	it('leaves nobody with a case on an order that went through, unless the customer wrote something', () => {
		for (const order of of('Invoiced')) {
			expect([order.name, order.tags]).toEqual([order.name, []]);
			if (!order.message) expect([order.name, order.activities]).toEqual([order.name, []]);
		}
	});

	it('gives what customers wrote to whoever can act on it, and thanks to nobody', () => {
		const casesOf = (start: RegExp) =>
			positions
				.find(({ message }) => start.test(message))
				?.activities.map(({ summary }) => summary);
		expect(casesOf(/^Please deliver/)).toEqual([expect.stringContaining('delivery instruction')]);
		expect(casesOf(/^The last delivery was damaged/)).toEqual([expect.stringContaining('damaged')]);
		expect(casesOf(/^Our purchasing has moved/)).toEqual([
			expect.stringContaining('needs a reader'),
		]);
		expect(casesOf(/^Thank you/)).toEqual([expect.stringContaining('stock')]);
	});

	it('holds the orders of customers who are late, tagged, explained and with an owner', () => {
		const late = ofCustomers(scenario.overdue);
		expect(late.map(({ id }) => id).sort()).toEqual(
			of('On hold')
				.map(({ id }) => id)
				.sort(),
		);
		for (const order of late) {
			expect(order.tags).toEqual(['Credit Hold']);
			expect(order.activities).toEqual([
				expect.objectContaining({
					summary: expect.stringContaining('overdue'),
					owner: expect.stringMatching(/./),
				}),
			]);
			expect(order.notes).toEqual([expect.stringContaining('overdue')]);
			expect(untouched(order)).toBe(true);
		}
	});

	it('asks about the orders that exceed a credit limit, and nobody else', () => {
		const exceeding = ofCustomers([...scenario.creditLimits.over, ...scenario.creditLimits.near]);
		expect(exceeding.map(({ id }) => id).sort()).toEqual(
			of('Needs approval')
				.map(({ id }) => id)
				.sort(),
		);
		for (const order of exceeding) {
			expect(order.tags).toEqual(['Credit Approval Needed']);
			expect(order.activities).toEqual([
				expect.objectContaining({ summary: expect.stringContaining('limit') }),
			]);
			expect(untouched(order)).toBe(true);
		}
	});

	it('gives an order for which there is nothing a case with an owner, and no stock', () => {
		for (const order of of('Short')) {
			expect(
				order.lines.every(({ sku }) => (scenario.stock as Record<string, number>)[sku] === 0),
			).toBe(true);
			expect(order.activities).toEqual([
				expect.objectContaining({
					summary: expect.stringContaining('stock'),
					owner: expect.stringMatching(/./),
				}),
			]);
			expect(untouched(order)).toBe(true);
		}
	});

	it('hands out scarce stock to the last piece, and not one more', () => {
		for (const [sku, stock] of Object.entries(scenario.stock)) {
			const lines = positions
				.filter(({ tags }) => tags.length === 0)
				.flatMap((order) => order.lines.filter((line) => line.sku === sku));
			const asked = lines.reduce((sum, line) => sum + line.asked, 0);
			expect([sku, lines.reduce((sum, line) => sum + line.delivered + line.reserved, 0)]).toEqual([
				sku,
				Math.min(stock, asked),
			]);
		}
	});

	it('splits orders where only a part is there: that part is delivered, the rest has an owner', () => {
		for (const order of of('Partially allocated')) {
			expect(total(order, 'delivered')).toBeGreaterThan(0);
			expect(total(order, 'delivered')).toBeLessThan(total(order, 'asked'));
			expect(order.activities).toEqual([
				expect.objectContaining({
					summary: expect.stringContaining('stock'),
					owner: expect.stringMatching(/./),
				}),
			]);
		}
	});

	it('tells the same in the table that people see', () => {
		for (const { name, kind } of first.outcomes)
			expect(first.output).toMatch(new RegExp(`^${name} .*${kind}`, 'm'));
	});

	it('ran without a failure in n8n', async () => {
		const executions = z
			.array(execution)
			.parse(await n8nList('/executions', { workflowId: first.workflow }));
		expect(executions.length).toBeGreaterThanOrEqual(2);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
	});
});

describe('all of it again', () => {
	it(
		'changes nothing in Odoo',
		async () => {
			const before = await snapshot();
			const second = await runDemo();
			expect(second.workflow).not.toBe(first.workflow);
			expect(await snapshot()).toEqual(before);
			expect(second.outcomes).toEqual(first.outcomes);
			// A workflow that was not given the orders again would change nothing either.
			const executions = z
				.array(execution)
				.parse(await n8nList('/executions', { workflowId: second.workflow }));
			expect(executions.length).toBeGreaterThanOrEqual(2);
			expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		},
		6 * MINUTES,
	);
});
