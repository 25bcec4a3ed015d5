import type { OdooClient } from '../../odoo/OdooClient';
import { user } from '../../odoo/records/party';
import type { RecordOf } from '../../odoo/records/record';
import type { OwnerRules, UserDirectory } from '../core/candidates';
import type { OrderFacts } from '../core/case';
import type { UserFacts } from '../core/owner';

const FIELDS = ['id', 'name', 'login', 'active', 'share', 'company_ids'] as const;

const toFacts = (found: RecordOf<typeof user, (typeof FIELDS)[number]>): UserFacts => ({
	id: found.id,
	name: found.name,
	active: found.active,
	share: found.share,
	companyIds: found.company_ids,
});

/** Everybody who may own a case of this run, archived ones too; two calls for 200 users. */
export const readOwners = async (
	client: OdooClient,
	rules: readonly OwnerRules[],
	orders: readonly OrderFacts[],
): Promise<UserDirectory> => {
	const choices = rules.flatMap((rule) => Object.values(rule));
	const { uid: self } = await client.session();
	const ids = [
		self,
		...choices.flatMap((choice) => (choice.kind === 'id' ? choice.id : [])),
		...orders.flatMap(({ salespersonId }) => salespersonId ?? []),
	];
	const logins = choices.flatMap((choice) => (choice.kind === 'login' ? choice.login : []));
	const [byId, byLogin] = await Promise.all([
		client.read(user, FIELDS, ids),
		logins.length > 0
			? client.searchIn(user, FIELDS, 'login', logins, [['active', 'in', [true, false]]])
			: [],
	]);
	return {
		self,
		byId: new Map(byId.map((found) => [found.id, toFacts(found)])),
		byLogin: new Map(byLogin.map((found) => [found.login, toFacts(found)])),
	};
};
