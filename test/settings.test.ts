import { Linter, type ESLint } from 'eslint';
import type { INodeProperties } from 'n8n-workflow';

import { OdooOrderToCashApi } from '../credentials/OdooOrderToCashApi.credentials';
import { parseAccess } from '../nodes/shared/n8n/credential';
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

/** What is refused as no number, whatever the bounds: an expression can give anything. */
const NO_NUMBERS = [NaN, Infinity, -Infinity, 'many', '', ' ', '1e309', true, null, {}, [], [1]];

describe('a number', () => {
	const numbers = SHOWN.filter(({ property }) => property.type === 'number');
	const boundsOf = ({ typeOptions }: Shown['property']) => ({
		least: typeOptions?.minValue ?? NaN,
		most: typeOptions?.maxValue ?? NaN,
		isWhole: typeOptions?.numberPrecision === 0,
	});

	it.each(each(numbers))('has bounds that its default keeps: %s', (_way, { property }) => {
		const { least, most } = boundsOf(property);
		// A rule may begin to count before the limit is reached.
		expect(least).toBeGreaterThanOrEqual(property.name === 'threshold' ? -1e13 : 0);
		expect(most).toBeLessThanOrEqual(1e13);
		expect(property.default).toBeGreaterThanOrEqual(least);
		expect(property.default).toBeLessThanOrEqual(most);
	});

	it.each(each(numbers))('is taken up to its bounds and refused beyond: %s', (_way, shown) => {
		const { property, read } = shown;
		const { least, most, isWhole } = boundsOf(property);
		for (const bound of [least, most, String(most)]) expect(read(bound)).toBe(Number(bound));
		for (const beyond of [most + 1, most * 2, 1e16, 1e308, Number.MAX_VALUE, String(most + 1)])
			expect(() => read(beyond)).toThrow('the most is');
		for (const below of [least - 1, -1e308]) expect(() => read(below)).toThrow('the least is');
		if (isWhole) expect(() => read(least + 0.5)).toThrow('it has to be a whole number');
	});

	it.each(each(numbers))('is a number: %s', (_way, { property, read }) => {
		for (const given of NO_NUMBERS)
			expect(() => read(given)).toThrow(`${property.displayName}' cannot be used: it has to be`);
	});
});

describe('a number of the credential', () => {
	const numbers = new OdooOrderToCashApi().properties.filter(({ type }) => type === 'number');
	const read = (name: string, given: unknown) =>
		parseAccess({ url: 'https://odoo.test', database: 'x', [name]: given });

	it.each(numbers.map((property) => [property.displayName, property] as const))(
		'%s has bounds, and is refused beyond',
		(label, { name, typeOptions }) => {
			const most = typeOptions?.maxValue ?? NaN;
			expect(() => read(name, most)).not.toThrow();
			for (const given of [-1, most + 1, 1e308, 1e-308, NaN, Infinity, 'many', {}])
				expect(() => read(name, given)).toThrow(`'${label}' is missing or not valid`);
		},
	);
});

describe('a record', () => {
	const located = SHOWN.filter(({ property }) => property.type === 'resourceLocator');

	it.each(each(located))('has an ID that Odoo can have: %s', (_way, { read }) => {
		const given = (value: unknown) => ({ __rl: true, mode: 'id', value });
		expect(() => read(given('2147483647'))).not.toThrow();
		for (const beyond of ['2147483648', '1e308', '-1', '0.5'])
			expect(() => read(given(beyond))).toThrow('cannot be used');
	});
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
