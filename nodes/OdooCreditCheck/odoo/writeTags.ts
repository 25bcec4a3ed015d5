import { TAG_KINDS, type TagKind } from '../core/order';
import type { Plan } from '../core/plan';
import type { BatchResult } from '../../shared/odoo/batches';
import { asOdooError, OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OrderEffect } from '../../shared/traces/odoo/readBack';
import { addTag, ensureTag, removeTag, tagEffect } from '../../shared/traces/odoo/tags';

export type TagNames = { readonly [kind in TagKind]: string };

interface TagsWritten {
	/** By order id what Odoo refused. */
	readonly failed: ReadonlyMap<number, OdooError>;
	/** To be read back. */
	readonly effects: readonly OrderEffect[];
}

/** Adds and removes tags, one write for each tag and direction. */
export const writeTags = async (
	client: OdooClient,
	plans: readonly Plan[],
	names: TagNames,
): Promise<TagsWritten> => {
	const effects: OrderEffect[] = [];
	const failed = new Map<number, OdooError>();
	const fail = (failures: ReadonlyMap<number, OdooError>) =>
		failures.forEach((error, id) => failed.set(id, error));
	const ordersWhere = (wanted: (plan: Plan) => boolean) =>
		plans.filter(wanted).map(({ decision }) => decision.order.id);
	for (const kind of TAG_KINDS) {
		const adding = ordersWhere(({ addsTag }) => addsTag === kind);
		const removing = ordersWhere(({ removesTags }) => removesTags.includes(kind));
		if (adding.length + removing.length === 0) continue;
		const tagId = await ensureTag(client, names[kind]).catch(asOdooError);
		if (tagId instanceof OdooError) {
			fail(new Map([...adding, ...removing].map((id) => [id, tagId])));
			continue;
		}
		const keep = (written: BatchResult<unknown>, isOn: boolean) => {
			fail(written.failed);
			effects.push(...written.done.map((id) => tagEffect(id, tagId, isOn)));
		};
		if (adding.length > 0) keep(await addTag(client, adding, tagId), true);
		if (removing.length > 0) keep(await removeTag(client, removing, tagId), false);
	}
	return { failed, effects };
};
