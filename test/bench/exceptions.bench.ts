import { z } from 'zod';

import type { CaseCode } from '../../nodes/shared/cases/core/taxonomy';
import type { CaseRequest } from '../../nodes/shared/cases/odoo/caseRequest';
import { raiseCases } from '../../nodes/shared/cases/odoo/raiseCases';
import { axiosClient } from '../support/axiosExchange';
import { exceptionScene } from '../OdooExceptionRouter/exceptionScene';
import { inTurn, type BenchContext, type BenchReport } from './report';

const ORDERS = 40;
const LOUD: readonly CaseCode[] = [
	'CREDIT_LIMIT',
	'CREDIT_OVERDUE',
	'STOCK_SHORT',
	'STOCK_PARTIAL',
];
const QUIET: readonly CaseCode[] = ['SHIP_PROOF', 'INVOICE_TAX', 'SHIP_RETURN', 'CASH_PROMISE'];

const none = { kind: 'none' } as const;
const request = (orderId: number, code: CaseCode, notifiesOwner = true): CaseRequest => ({
	target: { orderId },
	diagnosis: { code, reasons: [{ code, text: 'Because', figures: {} }] },
	policy: {
		calendar: {
			timeZone: 'UTC',
			weekdays: [1, 2, 3, 4, 5],
			startsAt: 540,
			endsAt: 1020,
			holidays: [],
		},
		overrides: {},
		highValueFrom: 0,
	},
	owners: {
		sales: none,
		finance: none,
		warehouse: none,
		customerService: none,
		integration: none,
		default: none,
	},
	writes: true,
	notifiesOwner,
});

/** New cases for many orders in one go, beside an activity scheduled for one order after the other. */
export default async function bench({ odoo }: BenchContext): Promise<BenchReport> {
	const { user, admin } = await odoo();
	const client = axiosClient(user);
	const orders = await exceptionScene(axiosClient(admin)).orders(ORDERS);
	const raise = async (code: CaseCode, notifies: boolean) =>
		await raiseCases(
			client,
			orders.map(({ id }) => request(id, code, notifies)),
		);
	const rounds = (codes: readonly CaseCode[], notifies: boolean) => {
		let round = 0;
		return async () => {
			const code = codes[round % codes.length] ?? 'OTHER';
			round += 1;
			await raise(code, notifies);
		};
	};
	const oneByOne = async () => {
		for (const { id } of orders)
			z.unknown().parse(
				await client.call('sale.order', 'activity_schedule', {
					ids: [id],
					args: {
						act_type_xmlid: 'mail.mail_activity_data_todo',
						summary: 'Because',
						note: 'Because',
						user_id: 2,
					},
				}),
			);
	};
	const told = await inTurn(LOUD.length - 1, rounds(LOUD, true), oneByOne);
	const untold = await inTurn(
		QUIET.length - 1,
		rounds(QUIET, false),
		async () => await raise('CREDIT_LIMIT', true),
	);
	return {
		name: 'Raising exceptions',
		setting: `${ORDERS} orders, no cases before; medians in turn`,
		figures: [
			{
				what: 'new cases in one run, owners told',
				value: told.one,
				unit: 'ms',
				ratio: { to: 'activity_schedule one by one', value: told.one / told.other },
			},
			{
				what: 'new cases in one run, owners not told',
				value: untold.one,
				unit: 'ms',
				ratio: { to: 'activity_schedule one by one', value: untold.one / told.other },
			},
			{
				what: 'the same cases again',
				value: untold.other,
				unit: 'ms',
				ratio: { to: 'activity_schedule one by one', value: untold.other / told.other },
			},
			{ what: 'activity_schedule one by one', value: told.other, unit: 'ms' },
		],
	};
}
