import { flagSetting } from './kinds';

export const DRY_RUN = 'dryRun';

/** Decides everything and writes nothing: every node that writes has it, and as the tool of an AI agent it is always on. */
export const dryRunSetting = (
	description = 'Whether to decide in full without writing anything to Odoo',
) =>
	flagSetting({
		displayName: 'Dry Run',
		name: DRY_RUN,
		type: 'boolean',
		default: false,
		description,
	});
