import { z } from 'zod';

import { isOdooError } from './errors';
import type { OdooCall } from './OdooTransport';
import { answerIn } from './unexpectedAnswer';

const FIRST_WITH_HAS_ACCESS = 18;

interface Asked {
	readonly session: () => Promise<{ readonly version: number }>;
	readonly call: (model: string, method: string, call?: OdooCall) => Promise<unknown>;
}

/** Whether the user may change these records, or with none of them any of that model. One call. */
export const mayWrite = async (
	client: Asked,
	model: string,
	ids: readonly number[],
): Promise<boolean> => {
	const { version } = await client.session();
	const args = { operation: 'write' };
	if (version >= FIRST_WITH_HAS_ACCESS)
		return answerIn(
			`${model}.has_access`,
			z.boolean(),
			await client.call(model, 'has_access', { ids, args }),
		);
	if (ids.length === 0) {
		const quietly = { args: { ...args, raise_exception: false } };
		return answerIn(
			`${model}.check_access_rights`,
			z.boolean(),
			await client.call(model, 'check_access_rights', quietly),
		);
	}
	return await client.call(model, 'check_access_rule', { ids, args }).then(
		() => true,
		async (error: unknown) =>
			isOdooError(error) && error.kind === 'accessDenied' ? false : await Promise.reject(error),
	);
};
