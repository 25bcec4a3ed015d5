import { OdooError, type OdooFailureKind } from './errors';

interface Cause {
	readonly kind: OdooFailureKind;
	readonly reason: string;
	readonly advice?: string;
}

const CERTIFICATE =
	"Correct the certificate, or have n8n trust its authority by Node's NODE_EXTRA_CA_CERTS.";

const certificate = (reason: string): Cause => ({
	kind: 'misconfigured',
	reason,
	advice: CERTIFICATE,
});

const NO_TLS: Cause = {
	kind: 'misconfigured',
	reason: 'the address does not speak TLS',
	advice: 'Check whether the URL in the credential begins with http or https.',
};

/** Codes that only come up before the first byte of a request is sent. */
const NEVER_SENT: { readonly [code: string]: Cause } = {
	ECONNREFUSED: { kind: 'unreachable', reason: 'nothing listens at that address' },
	ENOTFOUND: { kind: 'unreachable', reason: 'the host name is not known' },
	EAI_AGAIN: { kind: 'unreachable', reason: 'the host name could not be looked up' },
	ERR_INVALID_URL: { kind: 'misconfigured', reason: 'the URL is not an address' },
	DEPTH_ZERO_SELF_SIGNED_CERT: certificate('the certificate is self-signed'),
	SELF_SIGNED_CERT_IN_CHAIN: certificate('the certificate is self-signed'),
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate('the certificate cannot be verified'),
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate('the authority of the certificate is not known'),
	CERT_HAS_EXPIRED: certificate('the certificate has expired'),
	ERR_TLS_CERT_ALTNAME_INVALID: certificate('the certificate is for another host'),
	ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
	ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
	ERR_SSL_HTTP_REQUEST: NO_TLS,
};

/** Whatever else is wrong with a certificate, as OpenSSL names it: it is looked at before anything is sent. */
const OF_CERTIFICATE =
	/^(CERT_|CRL_|UNABLE_TO_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$|PATH_LENGTH_EXCEEDED$|ERR_TLS_CERT_)/;

/** OpenSSL's and Node's own words for a secure connection that never came to stand; the code alone does not tell when. */
const HANDSHAKES: readonly (readonly [words: RegExp, cause: Cause])[] = [
	[/wrong version number|packet length too long|ssl routines.*http request/i, NO_TLS],
	[
		/handshake failure|alert protocol version|unsupported protocol|no protocols available|unrecognized name|key too small/i,
		{
			kind: 'misconfigured',
			reason: 'no secure connection can be agreed on with the address',
			advice: 'Check the TLS versions and the host name that the address accepts.',
		},
	],
	[
		/before secure TLS connection was established/i,
		{ kind: 'unreachable', reason: 'the address cut the line before the secure connection stood' },
	],
];

const neverSentBy = ({ code = '', message }: NetworkTrouble): Cause | undefined => {
	if (Object.hasOwn(NEVER_SENT, code)) return NEVER_SENT[code];
	if (OF_CERTIFICATE.test(code)) return certificate('the certificate is not to be trusted');
	const isOfLine = /^(EPROTO|ECONNRESET|ERR_SSL_.*)$/.test(code);
	return isOfLine ? HANDSHAKES.find(([words]) => words.test(message))?.[1] : undefined;
};

/** System calls that come before anything is sent: what fails in them never left. */
const BEFORE_SENDING: ReadonlySet<string> = new Set(['connect', 'getaddrinfo']);

const TIMED_OUT: ReadonlySet<string> = new Set([
	'ABORT_ERR',
	'ECONNABORTED',
	'ERR_CANCELED',
	'ESOCKETTIMEDOUT',
	'ETIMEDOUT',
]);

/** What is known of an exchange that brought no answer. */
export interface NetworkTrouble {
	/** Node's code, when there is one. */
	readonly code?: string;
	/** The system call that failed, when it is known. */
	readonly systemCall?: string;
	/** All that was said of it, down to its cause. */
	readonly message: string;
}

/** The failure behind an exchange that brought no HTTP answer: not sent when that is proved, else not known. */
// The code itself stays out of the text: n8n would replace the whole message by one of its own.
export const networkFailure = (call: string, trouble: NetworkTrouble): OdooError => {
	const { code = '', systemCall = '', message } = trouble;
	const neverSent = neverSentBy(trouble);
	if (neverSent) return new OdooError({ call, ...neverSent });
	if (/ssrf|blocked/i.test(message))
		return new OdooError({
			kind: 'misconfigured',
			call,
			reason: "n8n's SSRF protection blocks this address",
			advice: "Allow Odoo's host name in N8N_SSRF_ALLOWED_HOSTNAMES.",
		});
	if (BEFORE_SENDING.has(systemCall))
		return new OdooError({ kind: 'unreachable', call, reason: 'the host cannot be reached' });
	const reason = TIMED_OUT.has(code)
		? 'no answer in time'
		: 'the connection was lost before an answer came';
	return new OdooError({ kind: 'outcomeUnknown', call, reason });
};
