import { PRESETS } from '../../nodes/OdooCreditCheck/core/policy';
import { checkCredit } from '../../nodes/OdooCreditCheck/run';
import { axiosClient, axiosTransport } from '../support/axiosExchange';
import { countingClient, crowd } from '../OdooCreditCheck/creditCrowd';
import { creditScene } from '../OdooCreditCheck/creditScene';
import { creditSettings } from '../OdooCreditCheck/creditSettings';
import type { BenchContext, BenchReport } from './report';

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
	const began = performance.now();
	await work();
	return performance.now() - began;
};

/** A whole run with every effect, beside Odoo's bare confirmation of as many quotations; and one run beside a run for each order. */
export default async function bench({ odoo }: BenchContext): Promise<BenchReport> {
	const { admin, user } = await odoo();
	const scene = creditScene(axiosClient(admin));
	const { orders } = await crowd(scene, { customers: 300, orders: 1_000, confirmed: 60 });
	const { orders: plain } = await crowd(scene, { customers: 300, orders: 200 });
	const strict = { ...creditSettings().rules, policy: PRESETS.strict };

	const reading = countingClient(axiosTransport(user));
	const together = await elapsed(
		async () =>
			await checkCredit(reading.client, orders, creditSettings({ rules: strict, dryRun: true })),
	);
	const some = orders.slice(0, 20);
	const apart = await elapsed(async () => {
		for (const id of some)
			await checkCredit(axiosClient(user), [id], creditSettings({ rules: strict, dryRun: true }));
	});

	const writing = countingClient(axiosTransport(user));
	const effects = { note: true, tag: true, confirm: true, releaseReservations: true };
	const first = await checkCredit(writing.client, orders.slice(0, 1), creditSettings({ effects }));
	const before = writing.calls.length;
	const all = await elapsed(
		async () => await checkCredit(writing.client, orders, creditSettings({ effects })),
	);
	const confirming = await elapsed(async () => {
		for (let start = 0; start < plain.length; start += 100)
			await axiosClient(user).call('sale.order', 'action_confirm', {
				ids: plain.slice(start, start + 100),
			});
	});
	const perOrder = {
		all: all / orders.length,
		confirming: confirming / plain.length,
		together: together / orders.length,
		apart: apart / some.length,
	};
	return {
		name: 'Credit check',
		setting: `1,000 orders of 300 customers, once (${first.size} to warm up); 200 orders confirmed by Odoo alone, 20 checked one by one`,
		figures: [
			{
				what: 'decided, nothing written, strict: per order',
				value: perOrder.together,
				unit: 'ms',
				ratio: { to: 'one by one', value: perOrder.together / perOrder.apart },
			},
			{ what: 'calls for that', value: reading.calls.length, unit: 'calls' },
			{ what: 'one by one: per order', value: perOrder.apart, unit: 'ms' },
			{
				what: 'with every effect: per order',
				value: perOrder.all,
				unit: 'ms',
				ratio: { to: 'confirming alone', value: perOrder.all / perOrder.confirming },
			},
			{ what: 'calls for that', value: writing.calls.length - before, unit: 'calls' },
			{ what: 'confirming alone: per order', value: perOrder.confirming, unit: 'ms' },
		],
	};
}
