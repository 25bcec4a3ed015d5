import { z } from 'zod';

import { dryRunSetting } from '../../shared/n8n/settings/dryRun';
import { flagSetting } from '../../shared/n8n/settings/kinds';
import { readBy } from '../../shared/n8n/settings/setting';

/** Each item's own. An expression that finds nothing is not a mistake: nobody released the order. */
export const releasedBySetting = readBy(
	{
		displayName: 'Released By',
		name: 'releasedBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.approver.login }}',
		description:
			'ID or login of the user in Odoo who decided about a stopped order, if an approval before this node says so; otherwise leave it empty. An order is released only if Release is on and Released Decision is given as well. In Odoo itself, whoever may release an order logs a note on it that begins with "Released", and takes the tag off.',
	},
	z.unknown().transform((name) => String(name ?? '').trim()),
);

/** Each item's own. */
export const releaseSetting = flagSetting({
	displayName: 'Release',
	name: 'release',
	type: 'boolean',
	default: false,
	description:
		'Whether the user in Released By said yes: that person releases the order as it was when it was stopped',
});

/** Each item's own. */
export const releasedDecisionSetting = readBy(
	{
		displayName: 'Released Decision',
		name: 'releasedDecision',
		type: 'string',
		default: '={{ $json.credit?.decisionKey }}',
		description:
			'What the user in Released By was asked about: credit.decisionKey of the item that needed approval, or of the node that first checked the order if the approval answers with items of its own. An order that was decided again since is not released.',
	},
	// An expression that finds nothing leaves itself.
	z.unknown().transform((key) => (/^=/.test(String(key)) ? '' : String(key ?? '').trim())),
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
