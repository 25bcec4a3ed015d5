import type { INodeProperties, INodePropertyCollection, INodeType } from 'n8n-workflow';
import { z } from 'zod';

import { OdooAiClassify } from '../../nodes/OdooAiClassify/OdooAiClassify.node';
import { RUN_SETTINGS as CLASSIFY } from '../../nodes/OdooAiClassify/properties';
import { text } from '../../nodes/OdooAiClassify/properties/text';
import { OdooAllocateStock } from '../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { SETTINGS as ALLOCATE } from '../../nodes/OdooAllocateStock/properties';
import { OdooCreditCheck } from '../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { RUN_SETTINGS as CREDIT } from '../../nodes/OdooCreditCheck/properties';
import {
	releasedBySetting,
	releasedDecisionSetting,
	releaseSetting,
} from '../../nodes/OdooCreditCheck/properties/effects';
import { OdooExceptionRouter } from '../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { SETTINGS as ROUTER } from '../../nodes/OdooExceptionRouter/properties';
import { OdooOrderTrigger } from '../../nodes/OdooOrderTrigger/OdooOrderTrigger.node';
import { SETTINGS as TRIGGER } from '../../nodes/OdooOrderTrigger/properties';
import { OdooReleaseInvoice } from '../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { operationSetting } from '../../nodes/OdooReleaseInvoice/properties/operation';
import {
	itemOptionsSetting,
	runOptionsSetting,
} from '../../nodes/OdooReleaseInvoice/properties/options';
import { policySettings } from '../../nodes/OdooReleaseInvoice/properties/policy';
import { reconcileSettings } from '../../nodes/OdooReleaseInvoice/properties/reconcile';
import { orderParameter } from '../../nodes/shared/n8n/orderParameter';
import type { Setting } from '../../nodes/shared/n8n/settings/setting';

const RELEASE: readonly Setting[] = [
	operationSetting,
	...policySettings,
	runOptionsSetting,
	itemOptionsSetting,
	...reconcileSettings,
];
/** Every node with the settings that it reads. */
export const NODES: readonly (readonly [INodeType, readonly Setting[]])[] = [
	[new OdooAiClassify(), [...CLASSIFY, text]],
	[new OdooAllocateStock(), ALLOCATE],
	[new OdooCreditCheck(), [...CREDIT, releasedBySetting, releaseSetting, releasedDecisionSetting]],
	[new OdooExceptionRouter(), ROUTER],
	[new OdooOrderTrigger(), TRIGGER],
	[new OdooReleaseInvoice(), RELEASE],
];

/** A parameter as the editor shows it, and how the node reads it; `undefined` is what n8n does not hold. */
export interface Shown {
	readonly way: string;
	readonly property: INodeProperties;
	readonly read: (given: unknown) => unknown;
}

const fields = z.record(z.unknown());
const rows = z.array(fields);
const isRow = (option: object): option is INodePropertyCollection => 'values' in option;
const isProperty = (option: object): option is INodeProperties => 'type' in option;

/** A row that can be read: what has to be filled in is. */
const filled = (values: readonly INodeProperties[]) =>
	Object.fromEntries(
		values
			.filter(
				({ type, required, default: first }) =>
					type === 'resourceLocator' || (required && first === ''),
			)
			.map(({ name, type }) => [
				name,
				type === 'resourceLocator' ? { mode: 'id', value: '1' } : 'filled_in',
			]),
	);

const inside = ({ way, property, read }: Shown): readonly Shown[] => {
	const within = (part: INodeProperties, readPart: Shown['read']): readonly Shown[] =>
		withParts({ way: `${way} › ${part.displayName}`, property: part, read: readPart });
	return (property.options ?? []).flatMap((option) => {
		if (isRow(option))
			return option.values.flatMap((part) =>
				within(part, (given) => {
					const row = { ...filled(option.values), [part.name]: given };
					return rows.parse(read({ [option.name]: [row] }))[0]?.[part.name];
				}),
			);
		if (property.type !== 'collection' || !isProperty(option)) return [];
		return within(option, (given) => fields.parse(read({ [option.name]: given }))[option.name]);
	});
};

const withParts = (shown: Shown): readonly Shown[] => [shown, ...inside(shown)];

/** The two halves of Release Invoice's options are one parameter in the editor. */
const readBy = (settings: readonly Setting[]) => (given: unknown) =>
	settings.length === 1
		? settings[0]?.read(given, [])
		: Object.assign({}, ...settings.map((setting) => setting.read(given, [])));

/** All of it, down to the last option of a group. */
export const SHOWN: readonly Shown[] = NODES.flatMap(([{ description }, settings]) =>
	description.properties
		// The order of each item is an expression, and read by a reader of its own.
		.filter(({ name }) => name !== orderParameter.name)
		.flatMap((property) =>
			withParts({
				way: `${description.displayName} › ${property.displayName}`,
				property,
				read: readBy(settings.filter((setting) => setting.property.name === property.name)),
			}),
		),
);
