import { OdooError, type OdooFailure } from '../errors';
import type { HttpReply } from '../OdooTransport';

type Said = Pick<OdooFailure, 'kind' | 'reason' | 'advice' | 'concernsAll'>;

/** Pages that come instead of an answer: nothing came as far as the call. */
const PAGES: readonly (readonly [page: RegExp, said: Said])[] = [
	[/oe_login_form/i, { kind: 'misconfigured', reason: 'Odoo answered with its log-in page' }],
	[
		/\/web\/database\/(manager|selector|create)/i,
		{
			kind: 'misconfigured',
			reason: 'Odoo answered with its database manager: it does not know the database',
			advice: 'Check the database name in the credential.',
		},
	],
	[
		/plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled server port/i,
		{
			kind: 'misconfigured',
			reason: 'the address wants https',
			advice: 'Write the URL in the credential with https.',
		},
	],
];

const BUSY = 'the proxy in front of Odoo had no answer from it';
const IN_DOUBT: Said = { kind: 'outcomeUnknown', reason: BUSY };

/** What an HTTP status without Odoo's own words says. Whatever a proxy may answer after Odoo did the work is in doubt. */
const STATUSES: { readonly [status: number]: Said } = {
	401: {
		kind: 'accessDenied',
		reason: 'the address asks for a log-in of its own',
		concernsAll: true,
	},
	403: { kind: 'accessDenied', reason: 'the address forbids the call', concernsAll: true },
	404: {
		kind: 'misconfigured',
		reason: 'Odoo does not know this database, or has no JSON-2 interface',
		advice: 'Check the database name in the credential; for Odoo 14 to 18 choose JSON-RPC.',
	},
	407: {
		kind: 'misconfigured',
		reason: 'a proxy on the way to Odoo asks for a log-in of its own',
		advice: 'Check the proxy that n8n is set to use, and its user and password.',
	},
	408: { kind: 'outcomeUnknown', reason: 'the request took too long to arrive' },
	409: { kind: 'conflict', reason: 'the address reports a conflict' },
	413: { kind: 'tooLarge', reason: 'the request is larger than the address takes' },
	425: { kind: 'unreachable', reason: 'the address did not take the request yet' },
	429: { kind: 'rateLimited', reason: 'the address takes no more calls at the moment' },
	// Odoo may have done it all before something else failed: halving a batch would do a part of it again.
	500: {
		kind: 'server',
		reason: 'the address reports a fault without saying which',
		concernsAll: true,
	},
	502: IN_DOUBT,
	503: {
		kind: 'outcomeUnknown',
		reason: 'Odoo, or the proxy in front of it, is under maintenance or overloaded',
	},
	504: { kind: 'outcomeUnknown', reason: 'the proxy in front of Odoo gave up waiting for it' },
};

const isOfProxies = (status: number): boolean => status >= 520 && status <= 526;

/** Whoever says it and in whichever words: what became of the call is not known. */
export const isInDoubt = (status: number): boolean =>
	isOfProxies(status) || STATUSES[status]?.kind === 'outcomeUnknown';

const bySaid = (reply: HttpReply): Said => {
	const { status, body } = reply;
	// JSON is no page, whatever is written in it.
	const page =
		body === undefined ? PAGES.find(([pattern]) => pattern.test(reply.text))?.[1] : undefined;
	if (page && status < 500) return page;
	if (status >= 300 && status < 400)
		return {
			kind: 'misconfigured',
			reason: 'the address redirects to another one',
			advice: 'Use the final address in the credential, usually the one with https.',
		};
	if (isOfProxies(status)) return IN_DOUBT;
	return STATUSES[status] ?? NOT_ODOO;
};

/** Something answered with success, but it was not Odoo: whether Odoo did the work is not known. */
const NOT_ODOO: Said = {
	kind: 'outcomeUnknown',
	reason: 'the answer does not come from Odoo',
	advice:
		'Something between n8n and Odoo answered in its place, such as a maintenance page. Run the item again once it is gone: work already done is detected and not repeated.',
};

/** A reply without an answer of Odoo's in it. */
export const notOdoo = (call: string, reply: HttpReply): OdooError => {
	const { reason, ...said } = bySaid(reply);
	return new OdooError({
		...said,
		call,
		reason: `${reason} (HTTP ${reply.status})`,
		retryAfter: reply.retryAfter,
	});
};
