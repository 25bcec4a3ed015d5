import { DateTime } from 'luxon';
import { NodeHelpers, type INode } from 'n8n-workflow';

import { optionsSetting, rowsSetting } from '../../../nodes/shared/n8n/settings/groups';
import {
	choiceSetting,
	choicesSetting,
	daySetting,
	flagSetting,
	numberSetting,
	recordSetting,
	recordsSetting,
	textSetting,
	textsSetting,
	wordsSetting,
} from '../../../nodes/shared/n8n/settings/kinds';
import { propertiesOf, readSettings } from '../../../nodes/shared/n8n/settings/readSettings';
import { whenAdded, type Setting } from '../../../nodes/shared/n8n/settings/setting';

const node: INode = {
	id: '1',
	name: 'Test',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A node as n8n holds it: what is not among the values was not set. */
const nodeWith = (values: { readonly [path: string]: unknown }) => ({
	node,
	get: (path: string) => values[path],
});

const tolerance = numberSetting({
	displayName: 'Tolerance (%)',
	name: 'tolerance',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 0 },
	default: 10,
});
const preset = choiceSetting({
	displayName: 'Policy',
	name: 'preset',
	type: 'options',
	options: [
		{ name: 'Standard', value: 'standard' },
		{ name: 'Strict', value: 'strict' },
	],
	default: 'standard',
});
const reasons = choicesSetting({
	displayName: 'Reasons',
	name: 'reasons',
	type: 'multiOptions',
	options: [
		{ name: 'Overdue', value: 'overdue' },
		{ name: 'Limit', value: 'limit' },
	],
	default: ['limit'],
	required: true,
});
const dryRun = flagSetting({
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
});
const tag = textSetting({
	displayName: 'Hold Tag',
	name: 'tag',
	type: 'string',
	required: true,
	default: 'Credit Hold',
});
const customers = wordsSetting({
	displayName: 'Customers',
	name: 'customers',
	type: 'string',
	default: '',
});
const teams = recordsSetting({
	displayName: 'Teams',
	name: 'teams',
	type: 'multiOptions',
	default: [],
});
const until = daySetting({ displayName: 'Until', name: 'until', type: 'dateTime', default: '' });

const tags = textsSetting({
	displayName: 'Hold Tags',
	name: 'tags',
	type: 'string',
	typeOptions: { multipleValues: true },
	default: ['Credit Hold'],
});
const customer = recordSetting({
	displayName: 'Customer',
	name: 'customer',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
});

const EACH: readonly Setting[] = [
	...[tolerance, preset, reasons, dryRun, tag, customers, teams, until],
	...[tags, customer],
];

describe('a parameter that is hidden or was not added', () => {
	it.each(EACH.map((setting) => [setting.property.displayName, setting] as const))(
		'has the value that the editor begins with: %s',
		(_name, setting) => {
			const name = setting.property.name;
			const fresh = readSettings([setting], nodeWith({ [name]: setting.property.default }));
			expect(readSettings([setting], nodeWith({}))).toEqual(fresh);
		},
	);

	it('has no value at all where being added says something by itself', () => {
		const horizon = whenAdded(tolerance);
		expect(readSettings([horizon], nodeWith({}))).toEqual({ tolerance: null });
		expect(readSettings([horizon], nodeWith({ tolerance: 5 }))).toEqual({ tolerance: 5 });
	});
});

describe('a value', () => {
	it.each([
		[tolerance, 0, 0],
		[tolerance, 100, 100],
		[tolerance, ' 5 ', 5],
		[preset, 'strict', 'strict'],
		[reasons, ['overdue', 'limit'], ['overdue', 'limit']],
		[tag, '  Hold ', 'Hold'],
		[customers, ' 42, ,57 ', ['42', '57']],
		[teams, ['3', 4], [3, 4]],
		[until, '2026-11-25T00:00:00.000+01:00', '2026-11-25'],
		[until, '', null],
		[until, null, null],
		[until, '2028-02-29', '2028-02-29'],
		[until, DateTime.utc(2026, 11, 25), '2026-11-25'],
		[tags, [' Stop ', ''], ['Stop']],
		[customer, { mode: 'id', value: ' 14' }, 14],
		[customer, { mode: 'list', value: '' }, null],
	] as const)('of %#: %j', (setting, given, read) => {
		const { name } = setting.property;
		expect(readSettings([setting], nodeWith({ [name]: given }))).toEqual({ [name]: read });
	});

	it.each([
		{ when: 'below the bound', setting: tolerance, given: -1, says: "'Tolerance (%)'" },
		{ when: 'above the bound', setting: tolerance, given: 101, says: 'the most is 100' },
		{ when: 'not whole', setting: tolerance, given: 1.5, says: 'whole number' },
		{ when: 'infinite', setting: tolerance, given: Infinity, says: 'a number' },
		{ when: 'not a number', setting: tolerance, given: 'many', says: 'a number' },
		{ when: 'empty where a number is needed', setting: tolerance, given: '', says: 'a number' },
		{ when: 'found by no expression', setting: tolerance, given: null, says: 'a number' },
		{ when: 'not a choice', setting: preset, given: 'lax', says: 'choose Standard or Strict' },
		{ when: 'a name of every object', setting: preset, given: 'constructor', says: 'choose' },
		{ when: 'no list', setting: reasons, given: 'limit', says: 'a list' },
		{ when: 'no choice at all', setting: reasons, given: [], says: 'choose at least one' },
		{ when: 'a choice that does not exist', setting: reasons, given: ['x'], says: 'choose' },
		{ when: 'not a flag', setting: dryRun, given: 'yes', says: 'true or false' },
		{ when: 'empty where text is required', setting: tag, given: ' ', says: 'it is empty' },
		{ when: 'no id', setting: teams, given: ['x'], says: 'named by its ID' },
		{ when: 'a name', setting: customer, given: { value: 'Azure' }, says: 'named by its ID' },
		{ when: 'no locator', setting: customer, given: 14, says: 'chosen' },
		{ when: 'no list of texts', setting: tags, given: 'Stop', says: 'a list' },
		{ when: 'no date', setting: until, given: '2026-13-01', says: 'a date' },
		{ when: 'a day that no calendar has', setting: until, given: '2026-02-31', says: 'a date' },
		{ when: 'a day before the first', setting: until, given: '2026-02-00', says: 'a date' },
	])(
		'is refused by the name that the editor shows when it is $when',
		({ setting, given, says }) => {
			const read = () => readSettings([setting], nodeWith({ [setting.property.name]: given }));
			expect(read).toThrow(says);
			expect(read).toThrow(`'${setting.property.displayName}' cannot be used: `);
		},
	);
});

describe('a group', () => {
	const options = optionsSetting({ displayName: 'Options', name: 'options', type: 'collection' }, [
		tolerance,
		whenAdded(until),
	]);
	const overrides = rowsSetting(
		{
			displayName: 'Overrides',
			name: 'overrides',
			type: 'fixedCollection',
			default: { override: [{ preset: 'strict' }] },
		},
		{ name: 'override', displayName: 'Override' },
		[preset, options],
	);

	it('of options has defaults for what was not added', () => {
		const read = readSettings([options], nodeWith({ 'options.tolerance': 3 }));
		expect(read).toEqual({ options: { tolerance: 3, until: null } });
	});

	it.each([null, undefined])(
		'of options has defaults for what an expression found as %s',
		(none) => {
			const given = { 'options.tolerance': none, 'options.until': none };
			const read = readSettings([options], nodeWith(given));
			expect(read).toEqual({ options: { tolerance: 10, until: null } });
		},
	);

	it('of rows may say in its description what it begins with', () => {
		const rows = rowsSetting(
			{
				displayName: 'Rows',
				name: 'rows',
				type: 'fixedCollection',
				default: { row: [{ preset: 'strict' }] },
			},
			{ name: 'row', displayName: 'Row' },
			[preset],
		);
		expect(rows.property.default).toEqual({ row: [{ preset: 'strict' }] });
		expect(readSettings([rows], nodeWith({}))).toEqual({ rows: [{ preset: 'strict' }] });
		expect(readSettings([rows], nodeWith({ rows: {} }))).toEqual({ rows: [] });
	});

	it('of options asks for none of them, and for a value in those that are added', () => {
		const tags = optionsSetting({ displayName: 'Tags', name: 'tags', type: 'collection' }, [tag]);
		const empty = { ...node, parameters: { tags: {} } };
		expect(NodeHelpers.getNodeParametersIssues(propertiesOf([tags]), empty, null)).toBeNull();
		expect(() => readSettings([tags], nodeWith({ 'tags.tag': ' ' }))).toThrow('it is empty');
	});

	it('of rows begins with the rows that the editor shows', () => {
		const fresh = [{ preset: 'strict', options: { tolerance: 10, until: null } }];
		expect(readSettings([overrides], nodeWith({}))).toEqual({ overrides: fresh });
		expect(propertiesOf([overrides])[0]?.default).toEqual({ override: [{ preset: 'strict' }] });
	});

	it('of rows that nobody filled in is empty', () => {
		for (const overridesGiven of [{}, '', { override: [] }])
			expect(readSettings([overrides], nodeWith({ overrides: overridesGiven }))).toEqual({
				overrides: [],
			});
	});

	it('names the way to the parameter that cannot be used', () => {
		const override = [{}, { options: { tolerance: 900 } }];
		expect(() => readSettings([overrides], nodeWith({ overrides: { override } }))).toThrow(
			"'Overrides › Override 2 › Options › Tolerance (%)' cannot be used: the most is 100",
		);
	});

	it.each([{ overrides: 'x' }, { overrides: { override: 'x' } }, { overrides: { override: [3] } }])(
		'that is none is refused: %j',
		(values) => expect(() => readSettings([overrides], nodeWith(values))).toThrow("'Overrides"),
	);
});
