import { Linter, type ESLint } from 'eslint';
import type { INodeProperties } from 'n8n-workflow';

import { orderParameter } from '../nodes/shared/n8n/orderParameter';
import { NODES, SHOWN, type Shown } from './support/shownSettings';

/** What holds for every parameter that the editor shows, whichever node it belongs to and however deep it lies. */

const each = (list: readonly Shown[]) => list.map((shown) => [shown.way, shown] as const);

/** The value, or the refusal of one that has to be filled in. */
const outcome = (work: () => unknown): unknown => {
	try {
		return work();
	} catch (error) {
		return error;
	}
};

describe('a parameter that n8n holds no value for', () => {
	it.each(each(SHOWN))('is read as what the editor begins with: %s', (_way, { property, read }) => {
		const unset = outcome(() => read(undefined));
		const fresh = outcome(() => read(property.default));
		if (unset instanceof Error) expect(unset.message).toContain(`${property.displayName}'`);
		if (unset === null && fresh !== null) expect(property.description).toMatch(/\badded\b/);
		else expect(unset).toEqual(fresh);
	});

	it('is one of the node in any case', () => {
		expect(
			NODES.map(([{ description }, settings]) => [
				description.name,
				new Set(settings.map(({ property }) => property.name)),
			]),
		).toEqual(
			NODES.map(([{ description }]) => [
				description.name,
				new Set(
					description.properties
						.map(({ name }) => name)
						.filter((name) => name !== orderParameter.name),
				),
			]),
		);
	});
});

/** Amounts of money, growth of an amount, and what a rule compares with: no run takes longer for a large one. */
const IS_COMPARED_ONLY = [
	'fixedLimit',
	'groupLimit',
	'highValueFrom',
	'minimumTotal',
	'temporaryAmount',
	'threshold',
	'tolerance',
	'upToOverLimit',
	'upToTotal',
	'validityGrowth',
];

describe('a number', () => {
	const numbers = SHOWN.filter(({ property }) => property.type === 'number');

	it.each(each(numbers))('has bounds that its default keeps: %s', (_way, { property }) => {
		const { minValue, maxValue } = property.typeOptions ?? {};
		if (!IS_COMPARED_ONLY.includes(property.name)) {
			expect(minValue).toBeGreaterThanOrEqual(0);
			expect(maxValue).toBeLessThanOrEqual(1e12);
		}
		expect(property.default).toBeGreaterThanOrEqual(minValue ?? -Infinity);
		expect(property.default).toBeLessThanOrEqual(maxValue ?? Infinity);
	});

	it.each(each(numbers.filter(({ property }) => property.typeOptions?.maxValue !== undefined)))(
		'beyond its bounds is refused: %s',
		(_way, { property: { typeOptions }, read }) => {
			expect(() => read((typeOptions?.maxValue ?? 0) + 1)).toThrow('the most is');
		},
	);
});

/** The one that `n8n-node lint` runs. */
const plugin = jest.requireActual<
	ESLint.Plugin & { readonly configs: { readonly nodes: Linter.Config } }
>('eslint-plugin-n8n-nodes-base');
const RULES = {
	...plugin.configs.nodes.rules,
	// As `n8n-node lint` has it.
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
	// The fields of a row come in the order in which they are filled in.
	'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items': 'off',
} as const;

/** As a person would have written them down: the linter reads literals only, and ours are put together. */
const asSource = (properties: readonly INodeProperties[]): string =>
	`export const properties = ${JSON.stringify(properties, null, '\t').replace(/^(\t+)"(\w+)":/gm, '$1$2:')};`;

const lint = (properties: readonly INodeProperties[]): string[] =>
	new Linter()
		.verify(
			asSource(properties),
			[{ files: ['**/*.ts'], plugins: { 'n8n-nodes-base': plugin }, rules: RULES }],
			{ filename: 'nodes/properties.ts' },
		)
		.map(({ message, line }) => `${message} (line ${line})`);

describe("n8n's linter", () => {
	it.each(NODES.map(([{ description }]) => [description.displayName, description] as const))(
		'has nothing to say of what the editor shows of %s',
		(_name, { properties }) => {
			expect(lint(properties)).toEqual([]);
		},
	);

	it('reads what is put before it', () => {
		const messages = lint([{ displayName: 'some words', name: 'x', type: 'string', default: '' }]);
		expect(messages).toEqual([expect.stringContaining('title case')]);
	});
});
