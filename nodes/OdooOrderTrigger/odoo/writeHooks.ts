import type { OdooClient } from '../../shared/odoo/OdooClient';
import { flag, id, ids, optionalText, text } from '../../shared/odoo/records/fields';
import { defineRecord, type RecordOf } from '../../shared/odoo/records/record';
import { addressOf, conditionOf, toRule, type FieldIds, type HookAddress } from './hookRule';
import type { Hook } from './hooks';
import { readFieldIds } from './readFieldIds';
import { readHooks, type RegisteredHook } from './readHooks';

const automationRule = defineRecord('base.automation', {
	id,
	active: flag,
	trigger: text,
	filter_domain: optionalText,
	filter_pre_domain: optionalText,
	trigger_field_ids: ids,
});
const RULE = [
	'id',
	'active',
	'trigger',
	'filter_domain',
	'filter_pre_domain',
	'trigger_field_ids',
] as const;

/** Takes the trigger's rules and actions out of Odoo; two calls besides the session's, one when there are none. */
export const unregisterHooks = async (client: OdooClient, url: string): Promise<void> =>
	await remove(client, await readHooks(client, url));

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
	const registered = await readHooks(client, address.url);
	const fieldIdsOf = await readFieldIds(client, hooks);
	const ruleIds = registered.flatMap(({ ruleId }) => ruleId ?? []);
	const rules = await client.read(automationRule, RULE, ruleIds);
	const urlOf = ({ type }: Hook) => addressOf(address, type);
	const isRight = (hook: Hook, { url, ruleId }: RegisteredHook): boolean => {
		const rule = rules.find((candidate) => candidate.id === ruleId);
		return url === urlOf(hook) && rule !== undefined && fits(rule, hook, fieldIdsOf(hook.model));
	};
	const kept = hooks.flatMap((hook) => registered.find((one) => isRight(hook, one)) ?? []);
	await remove(
		client,
		registered.filter((one) => !kept.includes(one)),
	);
	const missing = hooks.filter((hook) => !kept.some(({ url }) => url === urlOf(hook)));
	const values = missing.map((hook) => toRule(hook, fieldIdsOf(hook.model), urlOf(hook)));
	if (values.length > 0)
		await client.call('base.automation', 'create', { args: { vals_list: values } });
	return values.length;
};

const fits = (rule: RecordOf<typeof automationRule>, hook: Hook, fieldIds: FieldIds): boolean => {
	const present = { ...rule, trigger_field_ids: [...rule.trigger_field_ids].sort((a, b) => a - b) };
	const wanted = { ...present, ...conditionOf(hook, fieldIds), active: true };
	return JSON.stringify(wanted) === JSON.stringify(present);
};

const remove = async (client: OdooClient, registered: readonly RegisteredHook[]): Promise<void> => {
	const rules = registered.flatMap(({ ruleId }) => ruleId ?? []);
	const orphans = registered.flatMap(({ ruleId, actionId }) => (ruleId === null ? [actionId] : []));
	// A rule takes its actions with it.
	if (rules.length > 0) await client.call('base.automation', 'unlink', { ids: rules });
	if (orphans.length > 0) await client.call('ir.actions.server', 'unlink', { ids: orphans });
};
