import type { IExecuteFunctions } from 'n8n-workflow';

import { failed, routed, type Outcome } from '../shared/n8n/outcomes';
import { checkCredit, type CreditOutcome } from './odoo/checkCredit';
import type { OdooClient } from '../shared/odoo/OdooClient';
import { OUTPUT } from './outputs';
import { readParameters } from './parameters';

const toOutcome = (outcome: CreditOutcome): Outcome =>
	outcome.kind === 'failed'
		? failed(outcome.error)
		: routed(OUTPUT[outcome.credit.decision], { credit: { ...outcome.credit } });

export const decideOrders = async (
	context: IExecuteFunctions,
	client: OdooClient,
	orderIds: readonly number[],
	itemsOf: ReadonlyMap<number, readonly number[]>,
): Promise<ReadonlyMap<number, Outcome>> => {
	const outcomes = await checkCredit(client, orderIds, readParameters(context, itemsOf));
	return new Map([...outcomes].map(([id, outcome]) => [id, toOutcome(outcome)]));
};
