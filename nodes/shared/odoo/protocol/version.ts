import { z } from 'zod';

import { OdooError } from '../errors';
import type { HttpReply, HttpRequest } from '../OdooTransport';
import { notOdoo } from './notOdoo';

/** Answers on every Odoo from 14 to 20 without a login and without a deprecation notice in its log. */
export const versionRequest: HttpRequest = {
	call: 'version',
	method: 'POST',
	path: '/web/webclient/version_info',
	body: { jsonrpc: '2.0', method: 'call', params: {} },
};

const versionInfo = z.object({
	result: z.object({
		server_version_info: z.tuple([z.union([z.number(), z.string()])]).rest(z.unknown()),
	}),
});

/** The major version; `saas~19` counts as 19. */
export const toMajorVersion = (reply: HttpReply): number => {
	const parsed = versionInfo.safeParse(reply.body);
	const major = parsed.success
		? Number(String(parsed.data.result.server_version_info[0]).replace(/^\D+/, ''))
		: NaN;
	if (Number.isInteger(major)) return major;
	throw notOdooItself(reply);
};

const ADVICE =
	'Check the URL in the credential: it must be the address of Odoo itself, without a path.';

/** A page with success may be another site for good, or a maintenance page for a while: a repeat finds out. */
const notOdooItself = (reply: HttpReply): OdooError => {
	const error = notOdoo('version', reply);
	const isAnotherSite = error.kind === 'outcomeUnknown' && reply.status === 200;
	if (!isAnotherSite && reply.status !== 404) return error;
	return new OdooError({
		kind: isAnotherSite ? 'unreachable' : 'misconfigured',
		call: 'version',
		reason: `the address does not answer like Odoo (HTTP ${reply.status})`,
		advice: ADVICE,
	});
};
