import type { ZodError } from 'zod';

import { OdooError } from './errors';

/** Records that Odoo returned in another shape than it promises; names the model and the field. */
export const unexpectedAnswer = (model: string, { issues }: ZodError): OdooError => {
	const [issue] = issues;
	const place = issue?.path.join('.') ?? 'the top';
	return new OdooError({
		kind: 'server',
		call: `${model}.read`,
		reason: `unexpected answer at ${place}: ${issue?.message ?? 'not a list of records'}`,
		advice: 'A module of this Odoo may have changed the field. Report it with the Odoo version.',
	});
};
