import { OdooError } from './errors';

/** Codes that prove that the request never left: repeating it is safe even for a write. */
const NEVER_SENT: { readonly [code: string]: string } = {
	ECONNREFUSED: 'nothing listens at that address',
	ENOTFOUND: 'the host name is not known',
	EAI_AGAIN: 'the host name could not be looked up',
	EHOSTUNREACH: 'the host cannot be reached',
	ENETUNREACH: 'the network cannot be reached',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'the certificate is self-signed',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate cannot be verified',
	CERT_HAS_EXPIRED: 'the certificate has expired',
	ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
};

const TIMED_OUT: ReadonlySet<string> = new Set(['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT']);

/** The failure behind an exchange that brought no HTTP answer. @param code Node's error code, when there is one */
// The code itself stays out of the text: n8n would replace the whole message by one of its own.
export const networkFailure = (
	call: string,
	code: string | undefined,
	message: string,
): OdooError => {
	const neverSent = code === undefined ? undefined : NEVER_SENT[code];
	if (neverSent) return new OdooError({ kind: 'unreachable', call, reason: neverSent });
	if (/ssrf|blocked/i.test(message))
		return new OdooError({
			kind: 'unreachable',
			call,
			reason: "n8n's SSRF protection blocks this address",
			advice: "Allow Odoo's host name in N8N_SSRF_ALLOWED_HOSTNAMES.",
		});
	const reason =
		code !== undefined && TIMED_OUT.has(code)
			? 'no answer in time'
			: 'the connection was lost before an answer came';
	return new OdooError({ kind: 'outcomeUnknown', call, reason });
};
