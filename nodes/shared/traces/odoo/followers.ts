import { groupBy, unique } from '../../core/collections';
import { chunksOf, SEARCH_SIZE } from '../../odoo/batches';
import type { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import { ids } from '../../odoo/records/fields';
import { user } from '../../odoo/records/party';
import { defineRecord } from '../../odoo/records/record';

/** Something that makes its owner a follower of a record. */
interface Owned {
	/** As `sale.order`. */
	readonly model: string;
	readonly recordId: number;
	/** A user; null for the client's own. */
	readonly ownerId: number | null;
}

/** Who of the owners followed what. */
interface Following {
	readonly partnerOf: (ownerId: number | null) => number | undefined;
	readonly follows: (partnerId: number, one: Owned) => boolean;
}

const FOLLOWERS = ['message_partner_ids'] as const;

/** One call for the owners, one for 1,000 records of a model. */
export const readFollowing = async (
	client: OdooClient,
	owned: readonly Owned[],
): Promise<Following> => {
	const { uid } = await client.session();
	const ownerIds = unique(owned.map(({ ownerId }) => ownerId ?? uid));
	const owners = await client.read(user, ['id', 'partner_id'], ownerIds);
	const partners = new Map(owners.map(({ id, partner_id: partner }) => [id, partner?.id]));
	const followers = new Map<string, readonly number[]>();
	for (const [model, some] of groupBy(owned, (one) => one.model)) {
		const followed = defineRecord(model, { message_partner_ids: ids });
		const recordIds = some.map(({ recordId }) => recordId);
		for (const chunk of chunksOf(unique(recordIds), SEARCH_SIZE))
			for (const row of await client.search(followed, FOLLOWERS, [['id', 'in', chunk]]))
				followers.set(`${model} ${row.id}`, row.message_partner_ids);
	}
	return {
		partnerOf: (ownerId) => partners.get(ownerId ?? uid),
		// A record whose followers cannot be read keeps those it has.
		follows: (partnerId, { model, recordId }) =>
			followers.get(`${model} ${recordId}`)?.includes(partnerId) ?? true,
	};
};

/**
 * Takes the owners off the records that they did not follow before; one call for each owner.
 * @returns by record id what Odoo refused
 */
export const unfollowNew = async (
	client: OdooClient,
	owned: readonly Owned[],
	before: Following,
): Promise<ReadonlyMap<number, OdooError>> => {
	const fresh = owned.flatMap((one) => {
		const partnerId = before.partnerOf(one.ownerId);
		return partnerId === undefined || before.follows(partnerId, one) ? [] : [{ ...one, partnerId }];
	});
	const failed = new Map<number, OdooError>();
	for (const some of groupBy(fresh, ({ model, partnerId }) => `${model} ${partnerId}`).values()) {
		const [{ model, partnerId } = { model: '', partnerId: 0 }] = some;
		const recordIds = some.map(({ recordId }) => recordId);
		const args = { partner_ids: [partnerId] };
		const { failed: refused } = await client.batch(
			recordIds,
			async (chunk) =>
				await client.call(model, 'message_unsubscribe', { ids: chunk, args, repeatable: true }),
		);
		refused.forEach((error, id) => failed.set(id, error));
	}
	return failed;
};
