import {
	choicesSetting,
	recordsSetting,
	textSetting,
	type Choice,
} from '../../shared/n8n/settings/kinds';

/** Fields of `res.partner`. */
export const WANTED_DATA = [
	{ name: 'City', value: 'city' },
	{ name: 'Country', value: 'country_id' },
	{ name: 'Email', value: 'email' },
	{ name: 'Payment Terms', value: 'property_payment_term_id' },
	{ name: 'Phone', value: 'phone' },
	{ name: 'Street', value: 'street' },
	{ name: 'Tax ID', value: 'vat' },
	{ name: 'ZIP', value: 'zip' },
] as const satisfies readonly Choice<string>[];

export const brokenPromisesFieldSetting = textSetting({
	displayName: 'Broken Promises Field',
	name: 'brokenPromisesField',
	type: 'string',
	default: '',
	placeholder: 'e.g. x_broken_promises',
	description:
		'Name of a number field of contacts that counts broken promises to pay; leave empty if there is none',
});

export const wantedDataSetting = choicesSetting({
	displayName: 'Required Customer Data',
	name: 'wantedData',
	type: 'multiOptions',
	options: [...WANTED_DATA],
	default: ['country_id', 'email', 'street', 'vat'],
	description: 'What the rule Customer Data Missing looks for',
});

export const holdTagsSetting = recordsSetting({
	displayName: 'Customer Hold Tag Names or IDs',
	name: 'holdTags',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getCustomerTags' },
	default: [],
	description:
		'Customers with any of these tags are on hold. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

export const riskClassFieldSetting = textSetting({
	displayName: 'Risk Class Field',
	name: 'riskClassField',
	type: 'string',
	default: 'trust',
	description: 'Name of the field of contacts that holds the risk class',
});
