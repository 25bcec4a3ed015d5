import type { INodeProperties } from 'n8n-workflow';

/** What both credential types ask for; each says in its own words what differs. */
interface ConnectionTexts {
	readonly apiKey: { readonly displayName: string; readonly description: string };
	/** Versions of Odoo that this credential reaches by JSON-RPC. */
	readonly jsonRpcVersions: string;
	readonly userName: string;
}

export const connectionProperties = ({
	apiKey,
	jsonRpcVersions,
	userName,
}: ConnectionTexts): INodeProperties[] => [
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://mycompany.odoo.com',
		description: 'The address of Odoo itself, without a path',
	},
	{
		displayName: 'Database',
		name: 'database',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. mycompany',
		description: 'The name of the database; on Odoo Online the first part of the address',
	},
	{
		...apiKey,
		name: 'apiKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
	},
	{
		displayName: 'API Version',
		name: 'apiVersion',
		type: 'options',
		options: [
			{ name: 'Auto', value: 'auto', description: 'Detected automatically' },
			{ name: 'JSON-2', value: 'json2', description: 'Odoo 19 and later' },
			{ name: 'JSON-RPC', value: 'jsonRpc', description: jsonRpcVersions },
		],
		default: 'auto',
	},
	{
		displayName: 'User Name',
		name: 'userName',
		type: 'string',
		default: '',
		displayOptions: { hide: { apiVersion: ['json2'] } },
		description: userName,
	},
	{
		displayName: 'Pipeline Users',
		name: 'pipelineUsers',
		type: 'string',
		default: '',
		placeholder: 'e.g. pipeline@mycompany.com, old.pipeline@mycompany.com',
		description:
			"Other Odoo users whose notes and cases count as this pipeline's own: logins or IDs, separated by commas. Needed when nodes work with several users, or when the user was changed. What anybody else records in Odoo proves nothing.",
	},
];
