import type { INodeProperties } from 'n8n-workflow';

export const effectProperties: INodeProperties[] = [
	{
		displayName: 'Released By',
		name: 'releasedBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.approvedBy }}',
		description:
			'Who released an order that was held, when an approval before this node says so; empty otherwise. Without it, whoever changed the order last counts as having taken the tag off in Odoo.',
	},
	{
		displayName: 'Write Note',
		name: 'writeNote',
		type: 'boolean',
		default: true,
		description:
			"Whether to record each new decision in the order's chatter. Without notes no approval can stay valid, and two runs at once do not see each other.",
	},
	{
		displayName: 'Set Tags',
		name: 'setTags',
		type: 'boolean',
		default: true,
		description:
			'Whether to put a tag on orders that are held or wait for approval, and take it off again when they pass',
	},
	{
		displayName: 'Confirm Quotations',
		name: 'confirmQuotations',
		type: 'boolean',
		default: false,
		description: 'Whether to confirm a quotation as soon as it is approved',
	},
	{
		displayName: 'Release Reservations',
		name: 'releaseReservations',
		type: 'boolean',
		default: false,
		description: 'Whether to take back the stock reserved for a confirmed order that is held',
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: false,
		description: 'Whether to decide in full without writing anything to Odoo',
	},
];
