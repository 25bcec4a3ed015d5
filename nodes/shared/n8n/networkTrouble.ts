import { z } from 'zod';

import type { NetworkTrouble } from '../odoo/networkFailure';

const traced = z
	.object({
		code: z.unknown(),
		httpCode: z.unknown(),
		syscall: z.unknown(),
		message: z.unknown(),
		cause: z.unknown(),
	})
	.partial();

const DEEPEST_CAUSE = 5;
const isCode = (value: unknown): value is string =>
	typeof value === 'string' && /^[A-Z][A-Z_0-9]+$/.test(value);

/** Node's code and system call lie on the error or somewhere along its causes; n8n copies the code into `httpCode`. */
export const troubleOf = (error: unknown): NetworkTrouble => {
	const chain: z.output<typeof traced>[] = [];
	let next: unknown = error;
	while (chain.length < DEEPEST_CAUSE) {
		const parsed = traced.safeParse(next);
		if (!parsed.success) break;
		chain.push(parsed.data);
		next = parsed.data.cause;
	}
	const said = chain.flatMap(({ message }) => (typeof message === 'string' ? message : []));
	return {
		code: chain.flatMap(({ code, httpCode }) => [code, httpCode]).find(isCode),
		systemCall: chain
			.map(({ syscall }) => syscall)
			.find((name): name is string => typeof name === 'string'),
		message: said.length > 0 ? said.join('\n') : String(error),
	};
};
