import { z } from 'zod';

const carried = z
	.object({
		name: z.string().optional(),
		code: z.string().optional(),
		status: z.number().optional(),
		statusCode: z.number().optional(),
	})
	.catch({});

const SAID: readonly (readonly [holds: (status: number) => boolean, words: string])[] = [
	[(status) => status === 401 || status === 403, 'it refused the credential'],
	[(status) => status === 404, 'it does not know this model'],
	[(status) => status === 429, 'too many requests or no quota left'],
	[(status) => status >= 500, 'its server failed'],
	[(status) => status >= 400, 'it refused the request'],
];

/**
 * Why a model did not answer, in our own words: a provider's message may hold a key (in an address) or the text it
 * was sent.
 */
export const reasonOf = (error: unknown): string => {
	const { name, code, status, statusCode } = carried.parse(error);
	const http = status ?? statusCode ?? 0;
	const words = SAID.find(([holds]) => holds(http))?.[1];
	if (words) return `${words} (HTTP ${http})`;
	return [name ?? 'Error', code]
		.filter((part) => part !== undefined && /^[\w .-]{1,60}$/.test(part))
		.join(' ');
};
