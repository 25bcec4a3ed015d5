import { TAG_KINDS, type TagKind } from '../core/order';
import type { Plan } from '../core/plan';
import { isOdooError, OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { addTag, ensureTag, removeTag } from '../../shared/traces/odoo/tags';

export type TagNames = { readonly [kind in TagKind]: string };

/** Adds and removes tags, one write for each tag and direction. @returns by order id what Odoo refused */
export const writeTags = async (
	client: OdooClient,
	plans: readonly Plan[],
	names: TagNames,
): Promise<ReadonlyMap<number, OdooError>> => {
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
		if (adding.length > 0) fail((await addTag(client, adding, tagId)).failed);
		if (removing.length > 0) fail((await removeTag(client, removing, tagId)).failed);
	}
	return failed;
};

/** What Odoo refused; anything else goes on. */
const asOdooError = async (error: unknown): Promise<OdooError> =>
	isOdooError(error) ? error : await Promise.reject(error);
