import axios from 'axios';

import { OdooOrderToCashApi } from '../../credentials/OdooOrderToCashApi.credentials';
import { httpTransport } from '../../nodes/shared/odoo/httpTransport';
import { troubleOf } from '../../nodes/shared/n8n/networkTrouble';
import { networkFailure } from '../../nodes/shared/odoo/networkFailure';
import { OdooClient, type ClientOptions } from '../../nodes/shared/odoo/OdooClient';
import type {
	ApiVersion,
	HttpExchange,
	OdooTransport,
} from '../../nodes/shared/odoo/OdooTransport';
import { toReply } from '../../nodes/shared/odoo/protocol/reply';
import { realHost } from './hosts';

export interface OdooAddress {
	readonly url: string;
	readonly database: string;
	readonly apiKey: string;
	readonly apiVersion?: ApiVersion;
	readonly userName?: string;
}

/** The second way to Odoo, for tests, demo and benchmarks: axios with the very credential that n8n applies. */
export const axiosExchange =
	({ url, apiKey }: OdooAddress): HttpExchange =>
	async (request) => {
		const options = await new OdooOrderToCashApi().authenticate(
			{ apiKey },
			{
				url: `${url}${request.path}`,
				method: request.method,
				headers: { ...request.headers },
				body: request.body,
			},
		);
		const reply = await axios
			.request<string>({
				url: options.url,
				method: request.method,
				headers: {
					'Content-Type': 'application/json',
					...(options.headers as Record<string, string>),
				},
				data: JSON.stringify(options.body),
				responseType: 'text',
				transformResponse: (text: string) => text,
				maxRedirects: 0,
				timeout: 150_000,
				proxy: false,
				validateStatus: () => true,
			})
			.catch(
				async (error: unknown) =>
					await Promise.reject(networkFailure(request.call, troubleOf(error))),
			);
		const retryAfter: unknown = reply.headers['retry-after'];
		return toReply(
			reply.status,
			reply.data,
			typeof retryAfter === 'string' ? retryAfter : undefined,
		);
	};

export const axiosTransport = (address: OdooAddress): OdooTransport =>
	httpTransport(axiosExchange(address), {
		database: address.database,
		apiVersion: address.apiVersion ?? 'auto',
		userName: address.userName,
	});

export const axiosClient = (
	address: OdooAddress,
	options: Partial<ClientOptions> = {},
): OdooClient => new OdooClient(axiosTransport(address), { host: realHost, ...options });
