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
	throw reply.status === 200 || reply.status === 404 ? notOdooItself(reply) : notOdoo('version', reply);
};

const ADVICE =
	'Check the URL in the credential: it must be the address of Odoo itself, without a path.';

/** Another site stands at the address, for good or, as a maintenance page, for a while: then a repeat finds Odoo. */
const notOdooItself = (reply: HttpReply): OdooError =>
	new OdooError({
		kind: reply.status === 200 ? 'unreachable' : 'misconfigured',
		call: 'version',
		reason: `the address does not answer like Odoo (HTTP ${reply.status})`,
		advice: ADVICE,
	});
