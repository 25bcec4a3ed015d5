import { z } from 'zod';

import type { OdooDomain } from './domain';
import { domainIn } from './fieldNames';
import type { OdooClient } from './OdooClient';
import { answerIn } from './unexpectedAnswer';

const FIRST_WITH_FORMATTED = 19;

interface Grouping {
	readonly domain: OdooDomain;
	readonly groupBy: readonly string[];
	/** As `invoice_date:min`. */
	readonly aggregates: readonly string[];
}

type GroupRow = { readonly [name: string]: unknown };

const rows = z.array(z.record(z.unknown()));

/**
 * Groups with their figures, counted by `__count`: `formatted_read_group` since Odoo 19, `read_group` before, which
 * names an aggregate by its field alone.
 */
export const readGroups = async (
	client: OdooClient,
	model: string,
	{ domain, groupBy, aggregates }: Grouping,
): Promise<GroupRow[]> => {
	const { version } = await client.session();
	const wanted = { domain: domainIn(version, model, domain), groupby: [...groupBy] };
	if (version >= FIRST_WITH_FORMATTED)
		return answerIn(
			`${model}.formatted_read_group`,
			rows,
			await client.call(model, 'formatted_read_group', {
				args: { ...wanted, aggregates: [...aggregates, '__count'] },
			}),
		);
	const found = answerIn(
		`${model}.read_group`,
		rows,
		await client.call(model, 'read_group', {
			args: { ...wanted, fields: [...aggregates], lazy: false },
		}),
	);
	return found.map((row) => ({
		...row,
		...Object.fromEntries(
			aggregates.map((aggregate) => [aggregate, row[aggregate.split(':')[0] ?? '']]),
		),
	}));
};
