/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import { z } from 'zod';

import type { OdooAddress } from './axiosExchange';

const lab = z.object({
	url: z.string(),
	database: z.string(),
	adminKey: z.string(),
	userKey: z.string(),
});

/** The real Odoo that the live suite's global setup started (or was told to use). */
export const liveOdoo = (): {
	readonly admin: OdooAddress;
	readonly user: OdooAddress;
	readonly credential: Record<string, string | number>;
} => {
	const { url, database, adminKey, userKey } = lab.parse(
		JSON.parse(process.env.O2C_LIVE_ODOO ?? 'null'),
	);
	return {
		admin: { url, database, apiKey: adminKey },
		/** The least-privilege user the pipeline works with. */
		user: { url, database, apiKey: userKey },
		credential: { url, database, apiKey: userKey, apiVersion: 'auto', companyId: 0 },
	};
};
