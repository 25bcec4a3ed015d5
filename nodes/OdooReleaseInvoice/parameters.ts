import type { IExecuteFunctions } from 'n8n-workflow';

import { escapeHtml } from '../shared/core/html';
import {
	parametersOfItem,
	parametersOfRun,
	readSettings,
	runsAsTool,
	usable,
	type ParameterSource,
} from '../shared/n8n/settings/readSettings';
import { UnusableSetting, type Values } from '../shared/n8n/settings/setting';
import type { PolicyBook } from './core/choosePolicy';
import type { SuppliedTexts } from './core/facts';
import { needsOf } from './core/needs';
import { toOverride, toPartial, toPolicy } from './policyParameters';
import type { itemOptions } from './properties/itemOptions';
import { operationSetting } from './properties/operation';
import { itemOptionsSetting, runOptionsSetting } from './properties/options';
import { policySettings } from './properties/policy';
import { reconcileSettings } from './properties/reconcile';
import type { ReleaseRun } from './releaseOrders';

/** @throws NodeOperationError for a release that an AI agent asks for: invoices are no tool of its */
export const readOperation = (context: IExecuteFunctions) => {
	const given = parametersOfRun(context);
	const { operation } = readSettings([operationSetting], given);
	return usable(given, () => {
		if (operation === 'release' && runsAsTool(context))
			throw new UnusableSetting(
				[operationSetting.property.displayName],
				'an AI agent releases no invoices; let it find what is not invoiced, and release in the workflow',
			);
		return operation;
	});
};

export const readReconcileParameters = (context: IExecuteFunctions) =>
	readSettings(reconcileSettings, parametersOfRun(context));

/** The settings of the run: the same for all items. @throws NodeOperationError that names the parameter to correct */
export const readReleaseParameters = (
	source: ParameterSource,
): Omit<ReleaseRun, 'supplied' | 'today'> => {
	const read = readSettings([...policySettings, runOptionsSetting], source);
	const policies: PolicyBook = {
		standard: {
			...toPolicy(read.options),
			milestone: read.milestone,
			partial: toPartial(read.partial, read.minimumValue),
		},
		overrides: read.specialPolicies.flatMap(toOverride),
	};
	return {
		policies,
		needs: needsOf(policies),
		dryRun: read.dryRun,
		sends: read.options.send,
	};
};

/** What an order's items bring along; the first item that says something counts. @throws NodeOperationError */
export const readSuppliedTexts = (
	context: IExecuteFunctions,
	items: readonly number[],
): SuppliedTexts => {
	const said = items.map(
		(item) => readSettings([itemOptionsSetting], parametersOfItem(context, item)).options,
	);
	const first = (name: keyof Values<typeof itemOptions>): string | null =>
		said.find((texts) => texts[name] !== null)?.[name] ?? null;
	const narration = first('narration');
	return {
		proof: first('proofOfDelivery'),
		reference: first('reference'),
		narration: narration === null ? null : toHtml(narration),
	};
};

const toHtml = (lines: string): string =>
	`<p>${lines.split(/\r?\n/).map(escapeHtml).join('<br>')}</p>`;
