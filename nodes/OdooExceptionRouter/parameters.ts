import type { IExecuteFunctions } from 'n8n-workflow';

import type { OwnerRules } from '../shared/cases/core/candidates';
import type { CaseOverride, CasePolicy } from '../shared/cases/core/case';
import { parametersOfItem, readSettings, usable } from '../shared/n8n/settings/readSettings';
import type { ValueOf, Values } from '../shared/n8n/settings/setting';
import { calendarOf } from './calendar';
import { SETTINGS } from './properties';
import type { Source } from './properties/exception';
import type { overrides } from './properties/overrides';

/** What makes an item an exception. */
export interface SignParameters {
	readonly source: Source;
	readonly caseCode: string;
	readonly explanation: string;
}

interface RouterParameters extends SignParameters {
	readonly policy: CasePolicy;
	readonly owners: OwnerRules;
	readonly writes: boolean;
	readonly notifiesOwner: boolean;
}

/** What the node is set to for this item. @throws NodeOperationError that names the parameter to correct */
export const readParameters = (context: IExecuteFunctions, itemIndex: number): RouterParameters => {
	const given = parametersOfItem(context, itemIndex);
	const values = readSettings(SETTINGS, given);
	return {
		source: values.source,
		caseCode: values.caseCode,
		explanation: values.explanation,
		policy: {
			calendar: usable(given, () => calendarOf(values, context.getTimezone())),
			highValueFrom: values.highValueFrom,
			overrides: toOverrides(values.overrides),
		},
		owners: toOwners(values),
		writes: !values.dryRun,
		notifiesOwner: values.notifyOwner,
	};
};

const toOwners = (values: Values<typeof SETTINGS>): OwnerRules => ({
	sales: values.salesOwner,
	finance: values.financeOwner,
	warehouse: values.warehouseOwner,
	customerService: values.customerServiceOwner,
	integration: values.integrationOwner,
	default: values.defaultOwner,
});

type OverrideRow = ValueOf<typeof overrides>[number];

const toOverrides = (rows: readonly OverrideRow[]): CasePolicy['overrides'] =>
	Object.fromEntries(rows.map(({ code, ...row }) => [code, toOverride(row)]));

const toOverride = ({ owner, severity, slaHours }: Omit<OverrideRow, 'code'>): CaseOverride => ({
	...(owner === 'builtIn' ? {} : { owner }),
	...(severity === 'builtIn' ? {} : { severity }),
	...(slaHours > 0 ? { slaHours } : {}),
});
