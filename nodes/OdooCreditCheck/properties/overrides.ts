import type { SegmentBy } from '../core/segments';
import { rowsSetting } from '../../shared/n8n/settings/groups';
import {
	choiceSetting,
	recordsSetting,
	textSetting,
	wordsSetting,
	type Choice,
} from '../../shared/n8n/settings/kinds';
import { changesSetting } from './changes';
import { rulesSetting } from './rules';

const BY: Choice<SegmentBy>[] = [
	{ name: 'Country', value: 'country' },
	{ name: 'Customer', value: 'customer' },
	{ name: 'Customer Tag', value: 'customerTag' },
	{ name: 'Pricelist', value: 'pricelist' },
	{ name: 'Risk Class', value: 'riskClass' },
	{ name: 'Sales Team', value: 'salesTeam' },
];

interface List<Name extends string> {
	readonly by: SegmentBy;
	readonly name: Name;
	readonly label: string;
	readonly loadOptionsMethod: string;
}

const listSetting = <const Name extends string>({
	by,
	name,
	label,
	loadOptionsMethod,
}: List<Name>) =>
	recordsSetting({
		displayName: `${label} Names or IDs`,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod },
		default: [],
		displayOptions: { show: { by: [by] } },
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	});

/** In the order a person fills them in. */
export const overridesSetting = rowsSetting(
	{
		displayName: 'Overrides',
		name: 'segments',
		type: 'fixedCollection',
		typeOptions: { multipleValueButtonText: 'Add Override', sortable: true },
		default: {},
		placeholder: 'Add Override',
		description:
			'Settings for some customers or orders; where several apply, the later one takes precedence',
	},
	{ name: 'segment', displayName: 'Override' },
	[
		textSetting({
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Key accounts',
			description: 'Shown in the decision and used in the approval matrix',
		}),
		choiceSetting({
			displayName: 'Applies To',
			name: 'by',
			type: 'options',
			options: BY,
			default: 'customerTag',
			description: 'What decides whether the override applies',
		}),
		listSetting({
			by: 'country',
			name: 'countries',
			label: 'Country',
			loadOptionsMethod: 'getCountries',
		}),
		listSetting({
			by: 'customerTag',
			name: 'customerTags',
			label: 'Customer Tag',
			loadOptionsMethod: 'getCustomerTags',
		}),
		listSetting({
			by: 'pricelist',
			name: 'pricelists',
			label: 'Pricelist',
			loadOptionsMethod: 'getPricelists',
		}),
		listSetting({
			by: 'salesTeam',
			name: 'salesTeams',
			label: 'Sales Team',
			loadOptionsMethod: 'getTeams',
		}),
		wordsSetting({
			displayName: 'Customer IDs',
			name: 'customers',
			type: 'string',
			default: '',
			placeholder: 'e.g. 42, 57',
			displayOptions: { show: { by: ['customer'] } },
			description: 'IDs of the companies that pay, separated by commas',
		}),
		wordsSetting({
			displayName: 'Risk Classes',
			name: 'riskClasses',
			type: 'string',
			default: '',
			placeholder: 'e.g. bad',
			displayOptions: { show: { by: ['riskClass'] } },
			description:
				"Values of the risk class field, separated by commas; Odoo's own are good, normal and bad",
		}),
		changesSetting,
		rulesSetting,
	],
);
