import type { CreditGroup } from '../core/account';
import type { Named } from '../core/facts';
import { limitInOdoo } from '../core/limit';
import type { OdooDomain } from '../../shared/odoo/domain';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OrderWithDebtor } from './debtor';
import { accountKey } from '../../shared/ledger/core/debtor';
import { searchPartners, type PartnerRow } from './readPartners';
import type { CreditSettings, GroupBy } from '../core/settings';

/** An account in one company, with the group it belongs to. */
export interface Member {
	readonly account: PartnerRow;
	readonly company: Named;
	readonly group: CreditGroup | null;
}

export const companyOf = ({ row }: OrderWithDebtor): Named => ({
	id: row.company_id?.id ?? 0,
	name: row.company_id?.display_name ?? '',
});

/** The accounts of the orders and, for a group limit, all accounts that share it: one call more for each company. */
export const readMembers = async (
	client: OdooClient,
	debtors: readonly OrderWithDebtor[],
	settings: CreditSettings,
): Promise<ReadonlyMap<string, Member>> => {
	const own = new Map(
		debtors.map((debtor): [string, Member] => {
			const company = companyOf(debtor);
			return [
				accountKey(debtor.account.id, company.id),
				{ account: debtor.account, company, group: null },
			];
		}),
	);
	const { group } = settings;
	if (group.kind === 'none') return own;
	const companies = new Map(debtors.map((debtor) => [companyOf(debtor).id, companyOf(debtor)]));
	const found = await client.parallel(
		[...companies.values()],
		async (company) =>
			await readGroup(
				client,
				company,
				debtors.filter((debtor) => companyOf(debtor).id === company.id),
				group,
				settings,
			),
	);
	return new Map([...own, ...found.flat()]);
};

type Kind = Exclude<GroupBy, { readonly kind: 'none' }>;

const readGroup = async (
	client: OdooClient,
	company: Named,
	debtors: readonly OrderWithDebtor[],
	group: Kind,
	{ customerFields, zeroIsNoCredit }: CreditSettings,
): Promise<[string, Member][]> => {
	const domain = group.kind === 'parent' ? belowTops(debtors) : withTags(group.tagIds);
	const rows = await searchPartners(client.forCompanies([company.id]), customerFields, domain);
	const accounts = rows.filter((row) => row.commercial_partner_id?.id === row.id);
	const byId = new Map([
		...debtors.flatMap(({ partners }) => [...partners]),
		...rows.map((row): [number, PartnerRow] => [row.id, row]),
	]);
	const keyOf = (row: PartnerRow) =>
		group.kind === 'parent'
			? topOf(row, byId).id
			: row.category_id.find((id) => group.tagIds.includes(id));
	const sizes = new Map<number, number>();
	for (const row of accounts) sizes.set(keyOf(row) ?? 0, (sizes.get(keyOf(row) ?? 0) ?? 0) + 1);
	return accounts.map((row): [string, Member] => {
		const id = keyOf(row) ?? 0;
		// A company with nobody above or below it has its own limit and no group.
		const isGroup = group.kind === 'tag' || (sizes.get(id) ?? 0) > 1;
		return [
			accountKey(row.id, company.id),
			{
				account: row,
				company,
				group: isGroup ? toGroup(group, id, company, byId, zeroIsNoCredit) : null,
			},
		];
	});
};

const toGroup = (
	group: Kind,
	id: number,
	company: Named,
	partners: ReadonlyMap<number, PartnerRow>,
	zeroIsNoCredit: boolean,
): CreditGroup => {
	const key = `group-${id}-${company.id}`;
	if (group.kind === 'tag') return { key, name: `Customer tag ${id}`, limit: group.limit };
	const top = partners.get(id);
	return { key, name: top?.name ?? '', limit: top ? limitInOdoo(top.limit, zeroIsNoCredit) : null };
};

const topOf = (row: PartnerRow, partners: ReadonlyMap<number, PartnerRow>): PartnerRow => {
	const parent = partners.get(row.parent_id?.id ?? 0);
	return parent ? topOf(parent, partners) : row;
};

const belowTops = (debtors: readonly OrderWithDebtor[]): OdooDomain => [
	[
		'id',
		'child_of',
		[...new Set(debtors.map(({ account, partners }) => topOf(account, partners).id))],
	],
	['is_company', '=', true],
];

const withTags = (tagIds: readonly number[]): OdooDomain => [['category_id', 'in', [...tagIds]]];
