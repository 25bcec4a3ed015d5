import type { BatchResult } from '../../odoo/batches';
import { ensureOnce } from './ensureOnce';
import { OdooError } from '../../odoo/errors';
import { keyPart } from './keyPart';
import type { OdooClient } from '../../odoo/OdooClient';
import { tag } from '../../odoo/records/party';
import type { OrderEffect } from './readBack';

/** The ids of the sales tags of these names; a name that does not exist is not in the answer. */
export const findTags = async (
	client: OdooClient,
	names: readonly string[],
): Promise<ReadonlyMap<string, number>> =>
	new Map(
		(await client.searchIn(tag, ['id', 'name'], 'name', names)).map(({ id, name }) => [name, id]),
	);

/**
 * The sales tag of that name, created if it does not exist, whoever made it: its name is what it is. One call, three for
 * a new one. @throws OdooError when Odoo refuses it
 */
export const ensureTag = async (client: OdooClient, name: string): Promise<number> => {
	const existing = (await findTags(client, [name])).get(name);
	if (existing !== undefined) return existing;
	const key = `tag_${keyPart(name)}`;
	const standing = new Map<string, number>();
	const { failed } = await ensureOnce(client, {
		model: 'crm.tag',
		rows: [{ key, columns: { name } }],
		// Whatever stands under the key: tag names are unique, and somebody may have made this one by hand in between.
		verify: async () => {
			const id = (await findTags(client, [name])).get(name);
			if (id !== undefined) standing.set(key, id);
			return new Set(standing.keys());
		},
	});
	const made = standing.get(key);
	if (made !== undefined) return made;
	throw (
		failed.get(key) ??
		new OdooError({
			kind: 'server',
			call: 'crm.tag.load',
			reason: `the tag '${name}' could not be created`,
		})
	);
};

/** Adds a tag to orders, 200 in a call. Pass only orders that lack it: a write also changes `write_date`. */
export const addTag = async (
	client: OdooClient,
	orderIds: readonly number[],
	tagId: number,
): Promise<BatchResult<unknown>> =>
	await client.write('sale.order', orderIds, { tag_ids: [[4, tagId]] });

/** Takes a tag off orders, 200 in a call. Pass only orders that have it. */
export const removeTag = async (
	client: OdooClient,
	orderIds: readonly number[],
	tagId: number,
): Promise<BatchResult<unknown>> =>
	await client.write('sale.order', orderIds, { tag_ids: [[3, tagId]] });

/** For reading back. @param isOn whether the tag was added, or taken off */
export const tagEffect = (orderId: number, tagId: number, isOn: boolean): OrderEffect => ({
	orderId,
	call: 'sale.order.write',
	isShown: ({ tagIds }) => tagIds.includes(tagId) === isOn,
});
