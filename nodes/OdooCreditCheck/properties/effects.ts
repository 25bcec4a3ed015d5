import { z } from 'zod';

import { dryRunSetting } from '../../shared/n8n/settings/dryRun';
import { flagSetting } from '../../shared/n8n/settings/kinds';
import { readBy } from '../../shared/n8n/settings/setting';

/** Each item's own. An expression that finds no name is not a mistake: nobody released the order. */
export const releasedBySetting = readBy(
	{
		displayName: 'Released By',
		name: 'releasedBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.approvedBy }}',
		description:
			'Who released an order that was held, if an approval before this node says so; otherwise leave it empty. Without a name, whoever changed the order last counts as the person who took the tag off in Odoo.',
	},
	z.unknown().transform((name) => String(name ?? '').trim()),
);

export const effectSettings = [
	flagSetting({
		displayName: 'Write Note',
		name: 'writeNote',
		type: 'boolean',
		default: true,
		description:
			"Whether to record each new decision in the order's chatter. Without notes, no approval stays valid, and runs at the same time do not see each other.",
	}),
	flagSetting({
		displayName: 'Set Tags',
		name: 'setTags',
		type: 'boolean',
		default: true,
		description:
			'Whether to tag orders that are held or need approval, and to remove the tag when they pass',
	}),
	flagSetting({
		displayName: 'Confirm Quotations',
		name: 'confirmQuotations',
		type: 'boolean',
		default: false,
		description: 'Whether to confirm a quotation as soon as it is approved',
	}),
	flagSetting({
		displayName: 'Release Reservations',
		name: 'releaseReservations',
		type: 'boolean',
		default: false,
		description: 'Whether to unreserve the stock of a confirmed order that is held',
	}),
	dryRunSetting(),
] as const;
