import type { OdooClient } from '../../shared/odoo/OdooClient';
import { flag, id, ids, optionalText, text } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';
import { addressOf, conditionOf, readFieldIds, toRule, type HookAddress } from './hookRule';
import type { Hook } from './hooks';
import { findRegistered, removeRegistered } from './registeredHooks';

const automationRule = defineRecord('base.automation', {
	id,
	active: flag,
	trigger: text,
	filter_domain: optionalText,
	filter_pre_domain: optionalText,
	trigger_field_ids: ids,
});
/** Takes the trigger's rules and actions out of Odoo; two calls besides the session's, one when there are none. */
export const unregisterHooks = async (client: OdooClient, url: string): Promise<void> =>
	await removeRegistered(client, await findRegistered(client, url));

/**
 * Makes Odoo call for exactly these events: keeps the rules that are right, replaces those that were changed, makes
 * those that are missing, takes away the others and second ones.
 * @returns how many rules it made; 0 when all was well
 * @throws OdooError `accessDenied` when the user is no administrator, `validation` on Odoo 16 and older
 */
export const registerHooks = async (
	client: OdooClient,
	hooks: readonly Hook[],
	address: HookAddress,
): Promise<number> => {
	const registered = await findRegistered(client, address.url);
	const fieldIdsOf = await readFieldIds(client, hooks);
	const rules = await client.read(
		automationRule,
		['id', 'active', 'trigger', 'filter_domain', 'filter_pre_domain', 'trigger_field_ids'],
		registered.flatMap(({ ruleId }) => ruleId ?? []),
	);
	const isRight = (hook: Hook, ruleId: number | null): boolean => {
		const rule = rules.find((candidate) => candidate.id === ruleId);
		if (!rule?.active) return false;
		const present = {
			...rule,
			trigger_field_ids: [...rule.trigger_field_ids].sort((a, b) => a - b),
		};
		const wanted = { ...present, ...conditionOf(hook, fieldIdsOf(hook.model)) };
		return JSON.stringify(wanted) === JSON.stringify(present);
	};
	const kept = hooks.flatMap((hook) => {
		const url = addressOf(address, hook.type);
		return (
			registered.find((candidate) => candidate.url === url && isRight(hook, candidate.ruleId)) ?? []
		);
	});
	await removeRegistered(
		client,
		registered.filter((candidate) => !kept.includes(candidate)),
	);
	const missing = hooks.filter(
		({ type }) => !kept.some(({ url }) => url === addressOf(address, type)),
	);
	if (missing.length > 0)
		await client.call('base.automation', 'create', {
			args: {
				vals_list: missing.map((hook) =>
					toRule(hook, fieldIdsOf(hook.model), addressOf(address, hook.type)),
				),
			},
		});
	return missing.length;
};
