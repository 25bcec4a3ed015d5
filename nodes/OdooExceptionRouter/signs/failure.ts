import { z } from 'zod';

import type { Failure } from '../core/sign';

const detail = z.object({
	message: z.string().catch(''),
	class: z.string().catch(''),
	call: z.string().nullish().catch(null),
	advice: z.string().nullish().catch(null),
	retryable: z.boolean().catch(false),
});

/** `error` as our nodes write it, or the bare message of another node. */
const error = z.union([
	z
		.string()
		.min(1)
		.transform((message) => detail.parse({ message })),
	detail,
]);

export const toFailureSign = (value: unknown): Failure | null => {
	const read = error.safeParse(value);
	if (!read.success) return null;
	const { call, advice, ...rest } = read.data;
	return { kind: 'failure', ...rest, call: call ?? null, advice: advice ?? null };
};
