import { z } from 'zod';

import { OdooError } from './errors';
import type { OdooContext, OdooTransport } from './OdooTransport';
import { many2one, type Reference } from './records/fields';
import { answerIn } from './unexpectedAnswer';

interface Company {
	readonly id: number;
	readonly name: string;
	readonly currency: Reference;
}

/** Who calls, where and in which language: read once for each execution, never guessed. */
export interface Session {
	readonly version: number;
	readonly uid: number;
	/** As `en_US`. */
	readonly language: string;
	/** IANA name; Odoo's users without one work in UTC. */
	readonly timeZone: string;
	/** The companies this execution works for. */
	readonly companies: readonly Company[];
}

/** Before Odoo 16 the context does not say whose it is. */
const userContext = z.object({
	uid: z.number().optional(),
	lang: z.union([z.string(), z.literal(false), z.null()]).optional(),
	tz: z.union([z.string(), z.literal(false), z.null()]).optional(),
});
const companyRows = z.array(z.object({ id: z.number(), name: z.string(), currency_id: many2one }));

/**
 * Reads the session in three calls.
 * @param companyId one company only; without it all companies the user may work for
 * @throws OdooError `accessDenied` when the user may not work for that company
 */
export const openSession = async (
	transport: OdooTransport,
	companyId?: number,
): Promise<Session> => {
	const [version, loggedIn, context] = await Promise.all([
		transport.version(),
		transport.userId(),
		transport.call('res.users', 'context_get'),
	]);
	const user = answerIn('res.users.context_get', userContext, context);
	const uid = loggedIn ?? user.uid ?? 0;
	const companies = await transport.call('res.company', 'search_read', {
		args: {
			// Seeing a company is not the same as being allowed to work for it.
			domain: [['user_ids', 'in', [uid]], ...(companyId ? [['id', '=', companyId]] : [])],
			fields: ['name', 'currency_id'],
			order: 'id',
		},
	});
	const found = answerIn('res.company.search_read', companyRows, companies).flatMap(
		({ id, name, currency_id: currency }) => (currency ? { id, name, currency } : []),
	);
	if (found.length === 0)
		throw new OdooError({
			kind: 'accessDenied',
			call: 'res.company.search_read',
			reason: companyId
				? `the user may not work for company ${companyId}`
				: 'the user has no company',
			advice: 'Choose a company of the integration user in the credential.',
		});
	return {
		version,
		uid,
		language: user.lang || 'en_US',
		timeZone: user.tz || 'UTC',
		companies: found,
	};
};

export const contextOf = (session: Session, companyIds?: readonly number[]): OdooContext => ({
	lang: session.language,
	tz: session.timeZone,
	allowed_company_ids: [...(companyIds ?? session.companies.map(({ id }) => id))],
});
