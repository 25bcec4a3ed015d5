import type { z, ZodError } from 'zod';

import { OdooError } from './errors';

/** What Odoo answered a call with, in another shape than it promises; names the call and the field. */
export const unexpectedAnswer = (call: string, { issues }: ZodError): OdooError => {
	const [issue] = issues;
	const place = issue?.path.join('.') || 'the top';
	return new OdooError({
		kind: 'server',
		call,
		reason: `unexpected answer at ${place}: ${issue?.message ?? 'not a list of records'}`,
		advice: 'A module of this Odoo may have changed the field. Report it with the Odoo version.',
	});
};

/** An answer in the shape that is needed of it. @param call as `sale.order.default_get` @throws OdooError */
export const answerIn = <T>(
	call: string,
	shape: z.ZodType<T, z.ZodTypeDef, unknown>,
	answer: unknown,
): T => {
	const parsed = shape.safeParse(answer);
	if (parsed.success) return parsed.data;
	throw unexpectedAnswer(call, parsed.error);
};
