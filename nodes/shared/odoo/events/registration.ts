import { EVENT_TYPES, type EventType } from '../../core/events/eventTypes';
import { OdooError } from '../errors';
import type { OdooClient, OdooValues } from '../OdooClient';
import { flag, id, ids, many2one, optionalText, text } from '../records/fields';
import { defineRecord } from '../records/record';
import { pythonLiteral } from '../pythonLiteral';
import type { Hook } from './hooks';

export const FIRST_WITH_WEBHOOKS = 17;

const webhookAction = defineRecord('ir.actions.server', {
	id,
	webhook_url: optionalText,
	base_automation_id: many2one,
});
const automationRule = defineRecord('base.automation', {
	id,
	active: flag,
	trigger: text,
	filter_domain: optionalText,
	filter_pre_domain: optionalText,
	trigger_field_ids: ids,
});
const fieldRecord = defineRecord('ir.model.fields', {
	id,
	model: text,
	name: text,
	model_id: many2one,
});

/** Where Odoo is to call for an event: the webhook's address with what proves the caller. */
export interface HookAddress {
	/** The webhook of one trigger, without a query: its rules are known by it. */
	readonly url: string;
	readonly tokenOf: (type: EventType) => string;
}

export const addressOf = ({ url, tokenOf }: HookAddress, type: EventType): string =>
	`${url}?event=${type}&token=${tokenOf(type)}`;

interface Registered {
	readonly actionId: number;
	readonly ruleId: number | null;
	readonly url: string;
}

const findRegistered = async (client: OdooClient, url: string): Promise<Registered[]> => {
	const { version } = await client.session();
	if (version < FIRST_WITH_WEBHOOKS)
		throw new OdooError({
			kind: 'validation',
			call: 'ir.actions.server.search_read',
			reason: `Odoo ${version} cannot send webhooks`,
			advice: 'Odoo sends webhooks from version 17 on. The sweep alone tells of every event.',
		});
	const pattern = `${url.replace(/[_%\\]/g, '\\$&')}?event=%`;
	const actions = await client.search(
		webhookAction,
		['id', 'webhook_url', 'base_automation_id'],
		[
			['state', '=', 'webhook'],
			['webhook_url', '=like', pattern],
		],
	);
	return actions.map(({ id: actionId, webhook_url: address, base_automation_id: rule }) => ({
		actionId,
		ruleId: rule?.id ?? null,
		url: address ?? '',
	}));
};

const remove = async (client: OdooClient, registered: readonly Registered[]): Promise<void> => {
	const rules = registered.flatMap(({ ruleId }) => ruleId ?? []);
	const orphans = registered.flatMap(({ ruleId, actionId }) => (ruleId === null ? [actionId] : []));
	// A rule takes its actions with it.
	if (rules.length > 0) await client.call('base.automation', 'unlink', { ids: rules });
	if (orphans.length > 0) await client.call('ir.actions.server', 'unlink', { ids: orphans });
};

/** Takes the trigger's rules and actions out of Odoo; two calls besides the session's, one when there are none. */
export const unregisterHooks = async (client: OdooClient, url: string): Promise<void> =>
	await remove(client, await findRegistered(client, url));

interface FieldIds {
	readonly modelId: number;
	readonly idOf: (name: string) => number;
}

const PAYLOAD = ['id', 'write_date'];

const readFieldIds = async (
	client: OdooClient,
	hooks: readonly Hook[],
): Promise<(model: string) => FieldIds> => {
	const names = [...new Set([...PAYLOAD, ...hooks.flatMap(({ fields }) => fields)])];
	const models = [...new Set(hooks.map(({ model }) => model))];
	const found = await client.search(
		fieldRecord,
		['id', 'model', 'name', 'model_id'],
		[
			['model', 'in', models],
			['name', 'in', names],
		],
	);
	return (model) => {
		const own = found.filter((field) => field.model === model);
		return {
			modelId: own[0]?.model_id?.id ?? 0,
			idOf: (name) => own.find((field) => field.name === name)?.id ?? 0,
		};
	};
};

const conditionOf = (hook: Hook, { idOf }: FieldIds) => ({
	trigger: 'on_create_or_write',
	filter_pre_domain: pythonLiteral(hook.before),
	filter_domain: pythonLiteral(hook.after),
	// Left to Odoo 17, these stay empty over the interface, and the rule would fire on every write.
	trigger_field_ids: hook.fields.map(idOf).sort((a, b) => a - b),
});

const toRule = (hook: Hook, ids: FieldIds, url: string): OdooValues => {
	const name = `n8n: ${EVENT_TYPES[hook.type].label}`;
	const { trigger_field_ids: fields, ...condition } = conditionOf(hook, ids);
	const action = {
		name,
		model_id: ids.modelId,
		state: 'webhook',
		usage: 'base_automation',
		webhook_url: url,
		webhook_field_ids: [[6, 0, PAYLOAD.map(ids.idOf)]],
	};
	return {
		name,
		model_id: ids.modelId,
		...condition,
		trigger_field_ids: [[6, 0, fields]],
		action_server_ids: [[0, 0, action]],
	};
};

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
	await remove(
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
