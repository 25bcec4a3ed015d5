import { optionsSetting } from '../../shared/n8n/settings/groups';
import { numberSetting, recordsSetting } from '../../shared/n8n/settings/kinds';
import { AMOUNT } from '../../shared/n8n/settings/bounds';

const companyIds = recordsSetting({
	displayName: 'Company Names or IDs',
	name: 'companyIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCompanies' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

const customerTagIds = recordsSetting({
	displayName: 'Customer Tag Names or IDs',
	name: 'customerTagIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCustomerTags' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

const minimumTotal = numberSetting({
	displayName: 'Minimum Amount',
	name: 'minimumTotal',
	type: 'number',
	typeOptions: { ...AMOUNT, numberPrecision: 2 },
	default: 0,
	description: "Only orders with at least this total, in the order's currency",
});

const teamIds = recordsSetting({
	displayName: 'Sales Team Names or IDs',
	name: 'teamIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getTeams' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

const warehouseIds = recordsSetting({
	displayName: 'Warehouse Names or IDs',
	name: 'warehouseIds',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getWarehouses' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

export const filters = optionsSetting(
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
	},
	[companyIds, customerTagIds, minimumTotal, teamIds, warehouseIds],
);
