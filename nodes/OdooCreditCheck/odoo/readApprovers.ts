import type { CreditSettings } from '../core/settings';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { user } from '../../shared/odoo/records/party';

/** The approval matrix with names; who has left the company approves nothing any more. One call, none without approvers. */
export const nameApprovers = async (
	client: OdooClient,
	settings: CreditSettings,
): Promise<CreditSettings> => {
	const ids = settings.rules.matrix.flatMap(({ approvers }) => approvers.map(({ id }) => id));
	if (ids.length === 0) return settings;
	const found = await client.read(user, ['id', 'name', 'active'], ids);
	const active = new Map(
		found.filter((one) => one.active).map(({ id, name }) => [id, { id, name }]),
	);
	const matrix = settings.rules.matrix.map((row) => ({
		...row,
		approvers: row.approvers.flatMap(({ id }) => active.get(id) ?? []),
	}));
	return { ...settings, rules: { ...settings.rules, matrix } };
};
