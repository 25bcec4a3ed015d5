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
	ERR_SSL_WRONG_VERSION_NUMBER: {
		kind: 'misconfigured',
		reason: 'the address does not speak TLS',
		advice: 'Check whether the URL in the credential begins with http or https.',
	},
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
	readonly message: string;
}

/** The failure behind an exchange that brought no HTTP answer: not sent when that is proved, else not known. */
// The code itself stays out of the text: n8n would replace the whole message by one of its own.
export const networkFailure = (
	call: string,
	{ code = '', systemCall = '', message }: NetworkTrouble,
): OdooError => {
	const neverSent = Object.hasOwn(NEVER_SENT, code) ? NEVER_SENT[code] : undefined;
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
