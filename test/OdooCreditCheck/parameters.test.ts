import { NodeHelpers, type IExecuteFunctions, type INode } from 'n8n-workflow';

import { PRESETS } from '../../nodes/OdooCreditCheck/core/policy';
import { OdooCreditCheck } from '../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { readParameters } from '../../nodes/OdooCreditCheck/parameters';
import { properties } from '../../nodes/OdooCreditCheck/properties';
import { creditSettings } from './creditSettings';

const node: INode = {
	id: '1',
	name: 'Credit Check',
	type: 'odooCreditCheck',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

type Given = { readonly [name: string]: unknown };

const at = (values: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce(
			(value, name) =>
				typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
			values,
		);

/** A node as n8n holds it: what is not among the values was not set. */
const nodeWith = (values: Given, items: readonly Given[]) =>
	({
		getNode: () => node,
		getNodeParameter: (path: string, item: number, fallback?: unknown) =>
			at(/^release/.test(path) && path !== 'releaseReservations' ? items[item] : values, path) ??
			fallback,
	}) as Partial<IExecuteFunctions> as IExecuteFunctions;

const read = (values: Given = {}, items: readonly Given[] = [{}]) =>
	readParameters(
		nodeWith(values, items),
		new Map(items.map((_item, index) => [index + 1, [index]])),
	);

/** Settings beside each other: one function is as good as another. */
const plain = (settings: ReturnType<typeof read>) => ({ ...settings, digest: null });

describe('the settings of a new node', () => {
	const fresh = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]));

	it('are the Standard policy with its defaults', () => {
		const expected = creditSettings();
		const { wanted } = read(fresh).customerFields;
		expect(plain(read(fresh))).toEqual(
			plain({ ...expected, customerFields: { ...expected.customerFields, wanted } }),
		);
		expect(wanted.map(({ label }) => label)).toEqual(['Country', 'Email', 'Street', 'Tax ID']);
	});

	it('are what a node without any values has', () => {
		expect(plain(read())).toEqual(plain(read(fresh)));
	});

	it('let n8n run it', () => {
		const { description } = new OdooCreditCheck();
		const filled = NodeHelpers.getNodeParameters(properties, {}, true, false, node, description);
		const made = { ...node, parameters: filled ?? {} };
		expect(NodeHelpers.getNodeParametersIssues(properties, made, description)).toBeNull();
	});

	it.each(['creditGroup', 'zeroIsNoCredit'])(
		'stay as they were when the option %s is added and left alone',
		(wanted) => {
			const options = properties.find(({ name }) => name === 'options')?.options ?? [];
			const added = options.find(({ name }) => name === wanted);
			if (!added || !('default' in added)) throw new Error(`There is no option ${wanted}`);
			expect(plain(read({ options: { [added.name]: added.default } }))).toEqual(plain(read()));
		},
	);
});

describe('an option that says something only once it is added', () => {
	it.each([
		{ options: {}, horizonDays: null },
		{ options: { horizonDays: 60 }, horizonDays: 60 },
	])('the horizon: $options', ({ options, horizonDays }) => {
		expect(read({ options }).horizonDays).toBe(horizonDays);
	});

	it("tolerance and new customers, which are otherwise the policy's", () => {
		expect(read({ preset: 'lenient' }).rules.policy).toEqual(PRESETS.lenient);
		expect(
			read({ preset: 'lenient', options: { tolerance: 0, newCustomerDays: 1 } }).rules.policy,
		).toEqual({ ...PRESETS.lenient, tolerance: 0, newCustomerDays: 1 });
	});
});

describe('an override', () => {
	it('changes what it names, and nothing else', () => {
		const segment = [
			{ by: 'customerTag', customerTags: ['5'] },
			{
				name: 'Key',
				by: 'customer',
				customers: '42, 57,',
				changes: { preset: 'strict', limitSource: 'fixed', fixedLimit: 10 },
				rules: { rule: [{ code: 'no_credit', reaction: 'off' }] },
			},
		];
		expect(read({ segments: { segment } }).rules.segments).toMatchObject([
			{ name: 'Override 1', values: ['5'], change: { preset: null, limit: null, tolerance: null } },
			{
				name: 'Key',
				values: ['42', '57'],
				change: {
					preset: 'strict',
					limit: { kind: 'fixed', amount: 10 },
					rules: { no_credit: { reaction: 'off', threshold: 0 } },
				},
			},
		]);
	});
});

describe('the approval matrix', () => {
	it('bounds nothing that is not added', () => {
		const row = [{ level: ' manager ', approvers: ['3'], bounds: { upToOverLimit: 0 } }, {}];
		const none = { upToTotal: null, segments: [], reasons: [] };
		expect(read({ approvalMatrix: { row } }).rules.matrix).toEqual([
			{ ...none, level: 'manager', upToOverLimit: 0, approvers: [{ id: 3, name: '' }] },
			{ ...none, level: 'manager', upToOverLimit: null, approvers: [] },
		]);
	});
});

describe('who released an order', () => {
	it("is each item's own, and nobody when an expression finds no name", () => {
		const items = [
			{ releasedBy: ' fay ', release: true, releasedDecision: ' 1-ab ' },
			{},
			{ releasedBy: null },
			{ releasedBy: '' },
			{ releasedBy: 7 },
			{ release: true },
		];
		expect(read({}, items).releasedBy).toEqual(
			new Map([
				[1, { who: 'fay', isGranted: true, decisionKey: '1-ab' }],
				[5, { who: '7', isGranted: false, decisionKey: '' }],
				[6, { who: '', isGranted: true, decisionKey: '' }],
			]),
		);
	});

	it('has to be said the same by all items about an order', () => {
		const yes = { releasedBy: 'fay', release: true, releasedDecision: '1-ab' };
		const isGranted = (...items: readonly Given[]) =>
			readParameters(
				nodeWith({}, items),
				new Map([[1, items.map((_, index) => index)]]),
			).releasedBy.get(1)?.isGranted;
		expect(isGranted(yes, yes, {})).toBe(true);
		for (const other of [{ release: false }, { releasedBy: 'sam' }, { releasedDecision: '2-ab' }])
			expect(isGranted(yes, { ...yes, ...other })).toBe(false);
	});

	it('has a yes that is true or false, and nothing that only looks like it', () => {
		expect(() => read({}, [{ releasedBy: 'fay', release: 'rejected' }])).toThrow(
			"'Release' cannot be used: it has to be true or false",
		);
	});
});

describe('a value that cannot be used is refused by its label', () => {
	it.each([
		{ given: { options: { horizonDays: 36_501 } }, says: "'Options › Horizon (Days)'" },
		{
			given: { options: { holdTag: ' ' } },
			says: "'Options › Hold Tag' cannot be used: it is empty",
		},
		{ given: { options: { tolerance: -1 } }, says: 'the least is 0' },
		{ given: { preset: 'lax' }, says: 'choose Lenient, Standard or Strict' },
		{ given: { rules: { rule: [{ code: 'nothing' }] } }, says: "'Rules › Rule' cannot be used" },
	])('$says', ({ given, says }) => {
		expect(() => read(given)).toThrow(says);
	});
});
