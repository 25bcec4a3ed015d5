/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import axios from 'axios';
import { z } from 'zod';

import type { OdooClient } from '../../nodes/shared/odoo/OdooClient';
import { axiosClient } from '../support/axiosExchange';

const servers = z.object({
	odoo: z.object({
		url: z.string(),
		database: z.string(),
		adminKey: z.string(),
		userKey: z.string(),
	}),
	n8n: z.object({ url: z.string(), apiKey: z.string() }),
});

/** The Odoo and n8n that the global setup started. */
export const { odoo, n8n } = servers.parse(JSON.parse(process.env.O2C_E2E ?? 'null'));

/** Reads as an administrator, past what the nodes may see. */
export const admin: OdooClient = axiosClient({
	url: odoo.url,
	database: odoo.database,
	apiKey: odoo.adminKey,
});

const page = z.object({ data: z.array(z.unknown()), nextCursor: z.string().nullish() });

/** A list of n8n's public API, all pages. */
export const n8nList = async (
	path: string,
	params: Record<string, string>,
	cursor?: string,
): Promise<unknown[]> => {
	const reply = await axios.get<unknown>(`${n8n.url}/api/v1${path}`, {
		headers: { 'X-N8N-API-KEY': n8n.apiKey },
		params: { ...params, limit: 50, ...(cursor ? { cursor } : {}) },
		proxy: false,
	});
	const { data, nextCursor } = page.parse(reply.data);
	return nextCursor ? [...data, ...(await n8nList(path, params, nextCursor))] : data;
};
