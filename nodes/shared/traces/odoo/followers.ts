import { groupBy, unique } from '../../core/collections';
import { chunksOf, SEARCH_SIZE } from '../../odoo/batches';
import type { OdooError } from '../../odoo/errors';
import type { OdooClient, OdooValues } from '../../odoo/OdooClient';
import { follower, messageSubtype, user } from '../../odoo/records/party';

/** Something that makes its owner a follower of a record. */
interface Owned {
	/** As `sale.order`. */
	readonly model: string;
	readonly recordId: number;
	/** A user; null for the client's own. */
	readonly ownerId: number | null;
}

/** An owner who does not follow the record. */
interface Fresh extends Owned {
	readonly partnerId: number;
	/** Null when Odoo has no such subtype. */
	readonly quietSubtype: number | null;
}

/** One call for the owners, one for the followers of 1,000 records of a model, and one more where an owner is none. */
export const readFresh = async (client: OdooClient, owned: readonly Owned[]): Promise<Fresh[]> => {
	const { uid } = await client.session();
	const ownerIds = unique(owned.map(({ ownerId }) => ownerId ?? uid));
	const owners = await client.read(user, ['id', 'partner_id'], ownerIds);
	const partners = new Map(owners.map(({ id, partner_id: partner }) => [id, partner?.id]));
	const fresh: Fresh[] = [];
	for (const [model, some] of groupBy(owned, (one) => one.model)) {
		const subtypes = await readSubtypes(client, model, {
			recordIds: unique(some.map(({ recordId }) => recordId)),
			partnerIds: [...partners.values()].flatMap((id) => id ?? []),
		});
		const candidates = some.flatMap((one) => {
			const partnerId = partners.get(one.ownerId ?? uid);
			const told = subtypes.get(`${one.recordId} ${partnerId}`);
			// Only somebody who is told of a single thing may be one whom a run left behind.
			return partnerId === undefined || (told && told.length !== 1) ? [] : { one, partnerId, told };
		});
		if (candidates.length === 0) continue;
		const quietSubtype = await readQuietSubtype(client, model);
		for (const { one, partnerId, told } of candidates)
			if (!told || told[0] === quietSubtype) fresh.push({ ...one, partnerId, quietSubtype });
	}
	return fresh;
};

/** What the partners are told of, by `<record> <partner>`. */
const readSubtypes = async (
	client: OdooClient,
	model: string,
	{ recordIds, partnerIds }: Readonly<Record<'recordIds' | 'partnerIds', readonly number[]>>,
): Promise<ReadonlyMap<string, readonly number[]>> => {
	const found = new Map<string, readonly number[]>();
	for (const chunk of chunksOf(recordIds, SEARCH_SIZE))
		for (const row of await client.search(
			follower,
			['res_id', 'partner_id', 'subtype_ids'],
			[
				['res_model', '=', model],
				['res_id', 'in', chunk],
				['partner_id', 'in', partnerIds],
			],
		))
			found.set(`${row.res_id} ${row.partner_id?.id}`, row.subtype_ids);
	return found;
};

/** A subtype of another model: nobody is ever told anything of such a record under it. */
const readQuietSubtype = async (client: OdooClient, model: string): Promise<number | null> => {
	const ofOthers = ['res_model', 'not in', [model, false]] as const;
	const options = { order: 'id', limit: 1 };
	const [found] = await client.search(messageSubtype, ['id'], [ofOthers], options);
	return found?.id ?? null;
};

/**
 * Makes them followers who are told nothing, one call for each. Odoo leaves a follower as he is when an activity of his
 * is made: whatever becomes of the run in between, he gets no mail to the customer, and the next run sees that a run
 * made him one. What Odoo refuses here it refuses the activity too, or the record is left by `unfollow`.
 */
export const followQuietly = async (client: OdooClient, fresh: readonly Fresh[]): Promise<void> => {
	const some = fresh.filter(({ quietSubtype }) => quietSubtype !== null);
	await callByOwner(client, some, ({ partnerId, quietSubtype }) => ({
		method: 'message_subscribe',
		args: { partner_ids: [partnerId], subtype_ids: [quietSubtype] },
	}));
};

/**
 * Takes them off the records; one call for each owner.
 * @returns by record id what Odoo refused
 */
export const unfollow = async (
	client: OdooClient,
	fresh: readonly Fresh[],
): Promise<ReadonlyMap<number, OdooError>> =>
	await callByOwner(client, fresh, ({ partnerId }) => ({
		method: 'message_unsubscribe',
		args: { partner_ids: [partnerId] },
	}));

const callByOwner = async (
	client: OdooClient,
	fresh: readonly Fresh[],
	callFor: (one: Fresh) => { readonly method: string; readonly args: OdooValues },
): Promise<ReadonlyMap<number, OdooError>> => {
	const failed = new Map<number, OdooError>();
	for (const some of groupBy(fresh, ({ model, partnerId }) => `${model} ${partnerId}`).values()) {
		const [one] = some;
		if (!one) continue;
		const { method, args } = callFor(one);
		const { failed: refused } = await client.batch(
			one.model,
			some.map(({ recordId }) => recordId),
			async (chunk) => await client.call(one.model, method, { ids: chunk, args, repeatable: true }),
		);
		refused.forEach((error, id) => failed.set(id, error));
	}
	return failed;
};
