import { z } from 'zod';

import { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import type { OdooContext } from '../../odoo/OdooTransport';
import { withRetry } from '../../odoo/retry';
import { answerIn } from '../../odoo/unexpectedAnswer';

/** Rows for Odoo's import, all of the same columns; the first column is the external id. */
export interface Import {
	readonly model: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Added to the client's own. */
	readonly context: OdooContext;
}

const loadAnswer = z.object({
	ids: z.union([z.array(z.number()), z.literal(false)]),
	messages: z.array(z.object({ message: z.string() })).default([]),
});

/** The last one is the index of external ids, which PostgreSQL and Odoo name in every language. */
const CONCURRENT =
	/could not serialize|concurrent|deadlock|duplicate key|already exists|\bmodule, name\b/i;

const RETRY = { tries: 8, firstDelayMs: 100, longestDelayMs: 2_000 };

/**
 * Imports all rows or none. The external id makes a repeat harmless, so here even an answer that was lost is asked for
 * again.
 * @returns the records' ids in the order of the rows, whether this call or an earlier one made them
 * @throws OdooError
 */
export const load = async (client: OdooClient, of: Import): Promise<readonly number[]> => {
	const concurrent = new Set<OdooError>();
	const attempt = async () => {
		const answer = answerIn(
			`${of.model}.load`,
			loadAnswer,
			await client.call(of.model, 'load', {
				args: { fields: ['id', ...of.columns], data: of.rows },
				// Times in the columns are UTC: Odoo would read them in the zone of the context.
				context: { ...of.context, tz: 'UTC', mode: 'update', noupdate: true },
				repeatable: true,
			}),
		);
		if (answer.ids !== false && answer.ids.length === of.rows.length) return answer.ids;
		const reason =
			answer.messages.map(({ message }) => message).join(' ') ||
			'Odoo created nothing and gave no reason';
		const kind = CONCURRENT.test(reason) ? 'conflict' : 'validation';
		const error = new OdooError({ kind, call: `${of.model}.load`, reason });
		if (kind === 'conflict') concurrent.add(error);
		throw error;
	};
	return await withRetry(attempt, {
		// A conflict of the whole call was repeated by the client already.
		mayRepeat: (error) => concurrent.has(error),
		policy: RETRY,
		host: client.host,
	});
};
