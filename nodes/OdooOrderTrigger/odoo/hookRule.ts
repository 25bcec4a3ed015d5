import type { OdooValues } from '../../shared/odoo/OdooClient';
import { pythonLiteral } from '../../shared/odoo/pythonLiteral';
import { EVENT_TYPES, type EventType } from '../core/eventTypes';
import type { Hook } from './hooks';

/** Where Odoo is to call for an event: the webhook's address with what proves the caller. */
export interface HookAddress {
	/** The webhook of one trigger, without a query: its rules are known by it. */
	readonly url: string;
	readonly tokenOf: (type: EventType) => string;
}

export const addressOf = ({ url, tokenOf }: HookAddress, type: EventType): string =>
	`${url}?event=${type}&token=${tokenOf(type)}`;

/** Odoo's numbers for a model and its fields. */
export interface FieldIds {
	readonly modelId: number;
	readonly idOf: (name: string) => number;
}

/** What a call carries; the record is read anew in any case. */
export const PAYLOAD = ['id', 'write_date'];

/** When the rule fires. */
export const conditionOf = (hook: Hook, { idOf }: FieldIds) => ({
	trigger: 'on_create_or_write',
	filter_pre_domain: pythonLiteral(hook.before),
	filter_domain: pythonLiteral(hook.after),
	// Left to Odoo 17, these stay empty over the interface, and the rule would fire on every write.
	trigger_field_ids: hook.fields.map(idOf).sort((a, b) => a - b),
});

export const toRule = (hook: Hook, ids: FieldIds, url: string): OdooValues => {
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
