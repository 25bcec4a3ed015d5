import { listText } from '../shared/core/wording';
import { readAccountIds } from '../shared/ledger/odoo/readAccountIds';
import { usable, type ParameterSource } from '../shared/n8n/settings/readSettings';
import { UnusableSetting } from '../shared/n8n/settings/setting';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { customersNamed, forDebtors, type PolicyBook } from './core/choosePolicy';
import { overridesSetting } from './properties/overrides';

/** The policies with the debtor of each customer they name; no call where none is. @throws NodeOperationError for an unknown one */
export const debtorPolicies = async (
	client: OdooClient,
	source: ParameterSource,
	policies: PolicyBook,
): Promise<PolicyBook> => {
	const named = customersNamed(policies);
	const accountOf = await readAccountIds(client, named);
	const unknown = named.filter((id) => !accountOf.has(id));
	return usable(source, () => {
		if (unknown.length > 0)
			throw new UnusableSetting(
				[overridesSetting.property.displayName, 'Customer'],
				`there is no contact with the ID ${listText(unknown.map(String))}, or the integration user may not see it`,
			);
		return forDebtors(policies, accountOf);
	});
};
