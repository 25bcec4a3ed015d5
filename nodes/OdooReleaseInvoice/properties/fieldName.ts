import { z } from 'zod';

import { readBy, type Described, type Setting } from '../../shared/n8n/settings/setting';

/** The technical name of a field in Odoo, or null when empty. */
export const fieldNameSetting = <Name extends string>(
	property: Described<Name, 'string'> & { readonly default: '' },
): Setting<Name, string | null> =>
	readBy(
		property,
		z
			.string({ invalid_type_error: 'it has to be text' })
			.trim()
			.regex(/^\w*$/, 'it has to be the technical name of a field')
			.transform((name) => name || null),
	);
