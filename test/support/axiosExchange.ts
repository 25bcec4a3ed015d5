import axios from 'axios';

import { OdooOrderToCashApi } from '../../credentials/OdooOrderToCashApi.credentials';
import { httpTransport } from '../../nodes/shared/odoo/httpTransport';
import { networkFailure } from '../../nodes/shared/odoo/networkFailure';
import { OdooClient, type ClientOptions } from '../../nodes/shared/odoo/OdooClient';
import type {
	ApiVersion,
	HttpExchange,
	OdooTransport,
} from '../../nodes/shared/odoo/OdooTransport';
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
			.request<unknown>({
				url: options.url,
				method: request.method,
				headers: {
					'Content-Type': 'application/json',
					...(options.headers as Record<string, string>),
				},
				data: JSON.stringify(options.body),
				maxRedirects: 0,
				timeout: 150_000,
				proxy: false,
				validateStatus: () => true,
			})
			.catch(async (error: unknown) => {
				const code = axios.isAxiosError(error) ? error.code : undefined;
				return await Promise.reject(
					networkFailure(
						request.call,
						code,
						error instanceof Error ? error.message : String(error),
					),
				);
			});
		return { status: reply.status, body: reply.data };
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
