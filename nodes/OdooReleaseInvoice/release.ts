import type { IExecuteFunctions } from 'n8n-workflow';

import { dayIn } from '../shared/core/time';
import { orderOutcomes } from '../shared/n8n/orderOutcomes';
import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { parametersOfRun } from '../shared/n8n/settings/readSettings';
import type { OdooClient } from '../shared/odoo/OdooClient';
import type { Answer } from './answer';
import type { SuppliedTexts } from './core/facts';
import { debtorPolicies } from './debtorPolicies';
import { releaseJson } from './json';
import { OUTPUT } from './outputs';
import { readReleaseParameters, readSuppliedTexts } from './parameters';
import { releaseOrders } from './releaseOrders';

/** Invoices the order of each item, once for all of them. */
export const release = async (context: IExecuteFunctions, client: OdooClient): Promise<Answer> => {
	const outcomes = await orderOutcomes(context, client, async (orderIds, itemsOf) => {
		const source = parametersOfRun(context);
		const parameters = readReleaseParameters(source);
		const policies = await debtorPolicies(client, source, parameters.policies);
		const { supplied, unreadable } = suppliedTo(context, itemsOf);
		const now = client.host.now();
		const { timeZone } = await client.session();
		const run = {
			...parameters,
			policies,
			supplied,
			today: dayIn(timeZone, now),
			asOf: now.toISOString(),
		};
		const readable = orderIds.filter((id) => !unreadable.has(id));
		const released = await releaseOrders(client, readable, run);
		const answers = [...released].map(([orderId, outcome]): [number, Outcome] => {
			if (outcome.kind === 'failed') return [orderId, failed(outcome.error)];
			const { output } = OUTPUT[outcome.entry.decision.kind];
			return [orderId, routed(output, { invoice: releaseJson(outcome.entry, run) })];
		});
		return new Map([...unreadable, ...answers]);
	});
	return { outcomes, found: [] };
};

interface Supplied {
	readonly supplied: ReadonlyMap<number, SuppliedTexts>;
	/** Orders whose items have an expression that cannot be worked out. */
	readonly unreadable: ReadonlyMap<number, Outcome>;
}

const suppliedTo = (
	context: IExecuteFunctions,
	itemsOf: ReadonlyMap<number, readonly number[]>,
): Supplied => {
	const supplied = new Map<number, SuppliedTexts>();
	const unreadable = new Map<number, Outcome>();
	for (const [orderId, items] of itemsOf) {
		try {
			supplied.set(orderId, readSuppliedTexts(context, items));
		} catch (error) {
			unreadable.set(orderId, failed(error));
		}
	}
	return { supplied, unreadable };
};
