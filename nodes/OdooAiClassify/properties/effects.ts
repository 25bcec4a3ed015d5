import { z } from 'zod';

import { dryRunSetting } from '../../shared/n8n/settings/dryRun';
import { flagSetting } from '../../shared/n8n/settings/kinds';
import { readBy } from '../../shared/n8n/settings/setting';

const writeNote = flagSetting({
	displayName: 'Write Note',
	name: 'writeNote',
	type: 'boolean',
	default: true,
	description: 'Whether to leave an internal note with the label and its evidence on the order',
});

const writeTag = flagSetting({
	displayName: 'Set Tag',
	name: 'writeTag',
	type: 'boolean',
	default: false,
	description: 'Whether to put the label on the order as a sales tag',
});

/** As it was entered: the space at its end counts. */
const tagPrefix = readBy(
	{
		displayName: 'Tag Prefix',
		name: 'tagPrefix',
		type: 'string',
		default: 'Text: ',
		displayOptions: { show: { writeTag: [true] } },
		description: 'What the tag begins with, as in "Text: order_change"',
	},
	z.string({ invalid_type_error: 'it has to be text' }),
);

export const effectSettings = [writeNote, writeTag, tagPrefix, dryRunSetting()] as const;
