import { escapeLike } from '../../shared/odoo/domain';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { id, many2one, optionalText } from '../../shared/odoo/records/fields';
import { defineRecord } from '../../shared/odoo/records/record';

const FIRST_WITH_WEBHOOKS = 17;

const webhookAction = defineRecord('ir.actions.server', {
	id,
	webhook_url: optionalText,
	base_automation_id: many2one,
});

/** An action of Odoo that calls the trigger, with the rule it belongs to. */
export interface RegisteredHook {
	readonly actionId: number;
	readonly ruleId: number | null;
	readonly url: string;
}

/** The trigger's own, known by its webhook's address. @throws OdooError `validation` on Odoo 16 and older */
export const readHooks = async (client: OdooClient, url: string): Promise<RegisteredHook[]> => {
	const { version } = await client.session();
	if (version < FIRST_WITH_WEBHOOKS)
		throw new OdooError({
			kind: 'validation',
			call: 'ir.actions.server.search_read',
			reason: `Odoo ${version} cannot send webhooks`,
			advice: `Odoo can send webhooks from version ${FIRST_WITH_WEBHOOKS} on. The sweep finds every event without them.`,
		});
	const actions = await client.search(
		webhookAction,
		['id', 'webhook_url', 'base_automation_id'],
		[
			['state', '=', 'webhook'],
			['webhook_url', '=like', `${escapeLike(url)}?event=%`],
		],
	);
	return actions.map(({ id: actionId, webhook_url: address, base_automation_id: rule }) => ({
		actionId,
		ruleId: rule?.id ?? null,
		url: address ?? '',
	}));
};
