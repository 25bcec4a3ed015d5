import type { CreditGroup } from '../core/account';
import type { Named } from '../core/facts';
import { limitInOdoo } from '../core/limit';
import type { CreditSettings, GroupBy } from '../core/settings';
import { groupBy, indexBy, unique } from '../../shared/core/collections';
import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OrderWithDebtor } from './findDebtor';
import { searchPartners, type PartnerRow } from './readPartners';

interface GroupSettings {
	readonly group: Exclude<GroupBy, { readonly kind: 'none' }>;
	readonly company: Named;
	readonly settings: CreditSettings;
}

interface GroupAccount {
	readonly account: PartnerRow;
	readonly group: CreditGroup | null;
}

/** All accounts that share a limit with these debtors of one company. One call. */
export const readGroupAccounts = async (
	client: OdooClient,
	debtors: readonly OrderWithDebtor[],
	{ group, company, settings }: GroupSettings,
): Promise<GroupAccount[]> => {
	const domain = group.kind === 'parent' ? belowTops(debtors) : withTags(group.tagIds);
	const rows = await searchPartners(client, settings.customerFields, domain);
	const above = indexBy(
		[...debtors.flatMap(({ partners }) => [...partners.values()]), ...rows],
		({ id }) => id,
	);
	const groupIdOf = (row: PartnerRow): number =>
		group.kind === 'parent'
			? topOf(row, above).id
			: (row.category_id.find((id) => group.tagIds.includes(id)) ?? 0);
	const toGroup = (id: number): CreditGroup => {
		const top = above.get(id);
		const ofTop = top ? limitInOdoo(top.limit, settings.zeros) : null;
		const limit = group.kind === 'tag' ? group.limit : ofTop;
		return { key: `group-${id}-${company.id}`, limit };
	};
	const accounts = rows.filter((row) => row.commercial_partner_id?.id === row.id);
	return [...groupBy(accounts, groupIdOf)].flatMap(([id, members]) => {
		// A company with nobody above or below it has its own limit and no group.
		const isGroup = group.kind === 'tag' || members.length > 1;
		return members.map((account) => ({ account, group: isGroup ? toGroup(id) : null }));
	});
};

const topOf = (row: PartnerRow, partners: ReadonlyMap<number, PartnerRow>): PartnerRow => {
	const parent = partners.get(row.parent_id?.id ?? 0);
	return parent ? topOf(parent, partners) : row;
};

const belowTops = (debtors: readonly OrderWithDebtor[]): OdooDomain => [
	['id', 'child_of', unique(debtors.map(({ account, partners }) => topOf(account, partners).id))],
	['is_company', '=', true],
];

const withTags = (tagIds: readonly number[]): OdooDomain => [['category_id', 'in', [...tagIds]]];
