import type { Plan } from '../core/plan';
import { chunksOf, SEARCH_SIZE } from '../../shared/odoo/batches';
import { asOdooError, OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { readChanged } from './readChanged';
import { writeConfirmations } from './writeConfirmations';
import type { TagNames } from './writeTags';

interface Confirmed {
	readonly failed: ReadonlyMap<number, OdooError>;
	/** Edited since they were decided, and not confirmed. */
	readonly changed: ReadonlySet<number>;
}

/** Odoo confirms whatever it finds: what was edited in that moment is decided anew. */
export const confirmUnchanged = async (
	client: OdooClient,
	quotations: readonly Plan[],
	tagNames: TagNames,
): Promise<Confirmed> => {
	const failed = new Map<number, OdooError>();
	const changed = new Set<number>();
	const unchanged = async (plans: readonly Plan[]): Promise<readonly Plan[]> => {
		const edited = await readChanged(client, plans, tagNames).catch(asOdooError);
		if (edited instanceof OdooError) {
			plans.forEach((plan) => failed.set(idOf(plan), edited));
			return [];
		}
		edited.forEach((id) => changed.add(id));
		return plans.filter((plan) => !edited.has(idOf(plan)));
	};
	for (const chunk of chunksOf(quotations, client.batchSize)) {
		const refused = await writeConfirmations(client, (await unchanged(chunk)).map(idOf));
		refused.forEach((error, id) => failed.set(id, error));
	}
	for (const chunk of chunksOf(quotations, SEARCH_SIZE))
		await unchanged(chunk.filter((plan) => !changed.has(idOf(plan)) && !failed.has(idOf(plan))));
	return { failed, changed };
};

const idOf = ({ decision }: Plan): number => decision.order.id;
