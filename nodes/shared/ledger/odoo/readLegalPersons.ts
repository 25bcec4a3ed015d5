import type { OdooClient } from '../../odoo/OdooClient';
import { company } from '../../odoo/records/party';

/** The first version in which a company with another above it is a branch: one legal person with one set of books. */
const FIRST_WITH_BRANCHES = 17;

/**
 * The company at the top of each company of the user, itself where it is nobody's branch. No call where the user works
 * for one company alone, or there are no branches yet; one else.
 */
export const readLegalPersons = async (
	client: OdooClient,
): Promise<ReadonlyMap<number, number>> => {
	const { version, companies } = await client.session();
	const ids = companies.map(({ id }) => id);
	if (ids.length < 2 || version < FIRST_WITH_BRANCHES) return new Map(ids.map((id) => [id, id]));
	const found = await client.read(company, ['id', 'parent_id'], ids);
	const parentOf = new Map(found.map(({ id, parent_id: parent }) => [id, parent?.id]));
	const topOf = (id: number): number => {
		const parent = parentOf.get(id);
		return parent === undefined ? id : topOf(parent);
	};
	return new Map(ids.map((id) => [id, topOf(id)]));
};
