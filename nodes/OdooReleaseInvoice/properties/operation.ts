import { choiceSetting } from '../../shared/n8n/settings/kinds';

export const operationSetting = choiceSetting({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Find Uninvoiced and Mismatched Orders',
			value: 'reconcile',
			description: 'Compare what was shipped with what was invoiced, without changing anything',
			action: 'Find uninvoiced and mismatched orders',
		},
		{
			name: 'Release',
			value: 'release',
			description: 'Check orders, then create and post their invoices',
			action: 'Release invoices of orders',
			displayOptions: { hide: { '@tool': [true] } },
		},
	],
	default: 'release',
});
