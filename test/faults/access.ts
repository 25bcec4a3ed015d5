/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- a key to nothing, to be looked for in what nodes say */
import type { Protocol } from './catalogue';
import type { Credential } from './nodeRun';
import type { RecordedAccess } from './recorded/recordedOdoo';

/** Found nowhere else, so that a text that holds it got it from the credential. */
export const ACCESS: RecordedAccess = {
	database: 'recorded',
	apiKey: 'key-that-nobody-may-see-5b1f',
	userName: 'o2c',
};

export const credentialFor = (protocol: Protocol): Credential => ({
	url: 'http://127.0.0.1:9',
	database: ACCESS.database,
	apiKey: ACCESS.apiKey,
	apiVersion: protocol === 'json2' ? 'auto' : 'jsonRpc',
	userName: ACCESS.userName,
	companyId: 0,
});
