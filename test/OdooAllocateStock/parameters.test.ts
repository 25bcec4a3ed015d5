import { OdooAllocateStock } from '../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { readParameters } from '../../nodes/OdooAllocateStock/parameters';
import { nodeWith } from './defaultSettings';

const read = (values: { readonly [path: string]: unknown } = {}) =>
	readParameters(nodeWith(values));
const product = (value: string, quantity: number) => ({
	product: [{ id: { __rl: true, mode: 'list', value }, quantity }],
});

describe('a node in which nothing was changed', () => {
	it('allocates by priority among the orders of the run, and lets Odoo be', () => {
		expect(read()).toEqual({
			rules: { policy: 'priority', customerCap: 1, minimumFill: 0, minimumValue: 0, splitLimit: 1 },
			criteria: ['orderPriority', 'requestedDate'],
			scope: 'run',
			strategy: 'redistribute',
			remainder: 'warn',
			dryRun: false,
			overrides: [],
			receiptDays: 90,
			otherWarehouses: false,
			orderMultiples: new Map(),
			protectedStock: new Map(),
			step: 'wholeUnits',
			replaces: false,
			rushTagIds: [],
			shipComplete: 'asOrdered',
			substitution: 'none',
			timeLimit: 240,
			updatesTransfers: false,
		});
	});
});

describe('the settings', () => {
	it('take percent as shares, tags as IDs and products with their quantity', () => {
		expect(
			read({
				'options.customerCap': 40,
				'options.minimumFill': 12.5,
				'options.rushTags': ['7', 8],
				'options.orderMultiples': product('5', 6),
				'options.protectedStock': product('5', 0.5),
			}),
		).toMatchObject({
			rules: { customerCap: 0.4, minimumFill: 0.125 },
			rushTagIds: [7, 8],
			orderMultiples: new Map([[5, 6]]),
			protectedStock: new Map([[5, 0.5]]),
		});
	});

	it('take the overrides in their order, each with the default where it says nothing', () => {
		const rows = [
			{ tags: [3], strategy: 'win' },
			{ tags: [4], strategy: 'asForAll', weight: 2 },
		];
		expect(read({ 'options.classes': { class: rows } }).overrides).toEqual([
			{ tagIds: [3], strategy: 'win', weight: 1 },
			{ tagIds: [4], strategy: null, weight: 2 },
		]);
	});

	it.each([
		{ policy: 'priority', sortedBy: ['margin'] },
		{ policy: 'firstCome', sortedBy: ['orderDate'] },
		{ policy: 'fairShare', sortedBy: ['orderPriority', 'requestedDate'] },
		{ policy: 'greatestValue', sortedBy: ['orderPriority', 'requestedDate'] },
	])('sort the queue under $policy by $sortedBy', ({ policy, sortedBy }) => {
		expect(read({ policy, criteria: { by: [{ criterion: 'margin' }] } }).criteria).toEqual(
			sortedBy,
		);
	});

	it.each([
		{ values: { policy: 'lottery' }, says: "'Policy' cannot be used: choose Fair Share" },
		{
			values: { 'options.receiptDays': 40_000 },
			says: "'Options › Expected Receipts (Days)' cannot be used: the most is 36,500",
		},
		{
			values: { 'options.splitLimit': 1.5 },
			says: "'Options › Max Warehouses per Order' cannot be used: it has to be a whole number",
		},
		{
			values: { 'options.orderMultiples': product('', 6) },
			says: "'Options › Order Multiples › Product' cannot be used: choose a product",
		},
		{
			values: { 'options.classes': { class: [{ strategy: 'keep' }, { strategy: 'never' }] } },
			says: "'Options › Overrides › Override 2 › Already Reserved' cannot be used: choose Default",
		},
	])('are refused in the words of the editor: $says', ({ values, says }) => {
		expect(() => read(values)).toThrow(says);
	});
});

describe('the editor', () => {
	const { properties } = new OdooAllocateStock().description;
	const options = properties.find(({ name }) => name === 'options')?.options ?? [];
	const labels = options.map((option) => ('displayName' in option ? option.displayName : ''));

	it('shows the options in the order of the alphabet', () => {
		expect(labels).toEqual([...labels].sort());
	});

	it('says what every option means', () => {
		for (const option of options) expect(option).toHaveProperty('description');
	});
});
