import { flagSetting, recordsSetting } from '../../shared/n8n/settings/kinds';

export const rushTags = recordsSetting({
	displayName: 'Rush Tag Names or IDs',
	name: 'rushTags',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getOrderTags' },
	default: [],
	description:
		'Orders with any of these tags are served before all others. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

export const updatesTransfers = flagSetting({
	displayName: 'Update Transfers',
	name: 'updatesTransfers',
	type: 'boolean',
	default: false,
	description:
		'Whether to make transfers of rush orders urgent, and to plan transfers that wait for the day their goods are expected',
});
