/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import axios from 'axios';
import { z } from 'zod';

export interface Page {
	readonly status: number;
	readonly body: string;
}

/** Odoo's web pages by plain HTTP, as a browser asks for them. Paths begin with a slash. */
export interface OdooPages {
	read(path: string): Promise<Page>;
	logIn(login: string, password: string): Promise<void>;
}

export const openPages = (url: string, database: string): OdooPages => {
	const cookies = new Map<string, string>();
	const send = async (method: 'GET' | 'POST', path: string, form?: URLSearchParams) => {
		const reply = await axios.request<string>({
			url: `${url}${path}`,
			method,
			headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
			data: form,
			responseType: 'text',
			transformResponse: (text: string) => text,
			maxRedirects: 0,
			proxy: false,
			validateStatus: () => true,
		});
		for (const cookie of reply.headers['set-cookie'] ?? []) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			cookies.set(name, value);
		}
		return { status: reply.status, body: reply.data };
	};
	return {
		read: async (path) => await send('GET', path),
		logIn: async (login, password) => {
			const { body } = await send('GET', `/web/login?db=${database}`);
			const token = /name="csrf_token" value="([^"]*)"/.exec(body)?.[1] ?? '';
			const form = new URLSearchParams({ csrf_token: token, login, password });
			const { status } = await send('POST', '/web/login', form);
			if (status !== 303) throw new Error(`Odoo did not let ${login} in: HTTP ${status}`);
		},
	};
};

const lab = z.object({
	url: z.string(),
	database: z.string(),
	adminPassword: z.string().optional(),
});

/** The Odoo of the live suite. Without a password it is somebody's own, and its files are not ours; CI has to have the lab's. */
export const livePages = () => {
	const odoo = lab.parse(JSON.parse(process.env.O2C_LIVE_ODOO ?? 'null'));
	return { ...odoo, isLooked: odoo.adminPassword !== undefined || process.env.CI === 'true' };
};
