import { PRESETS } from '../../../nodes/OdooCreditCheck/core/policy';
import { checkCredit, type CreditOutcome } from '../../../nodes/OdooCreditCheck/run';
import { countingClient, crowd } from '../creditCrowd';
import { creditScene } from '../creditScene';
import { creditSettings } from '../creditSettings';

const scene = creditScene();

jest.setTimeout(900_000);

const tally = (outcomes: ReadonlyMap<number, CreditOutcome>) => {
	const names = [...outcomes.values()].map((outcome) =>
		outcome.kind === 'failed' ? `failed: ${String(outcome.error)}` : outcome.credit.decision,
	);
	return Object.fromEntries(
		[...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]),
	);
};

describe('200 orders', () => {
	it('with every rule on, are read in nine calls', async () => {
		const { orders } = await crowd(scene, { customers: 60, orders: 200 });
		const { client, reads } = countingClient();
		const rules = { ...creditSettings().rules, policy: PRESETS.strict };
		const outcomes = await checkCredit(client, orders, creditSettings({ rules, dryRun: true }));
		expect(outcomes.size).toBe(200);
		expect(reads().sort()).toEqual([
			'account.move.formatted_read_group',
			'account.move.line.web_search_read',
			'account.partial.reconcile.web_search_read',
			'mail.message.search_read',
			'mail.message.search_read',
			'res.currency.search_read',
			'res.partner.search_read',
			'sale.order.line.web_search_read',
			'sale.order.web_search_read',
		]);
	});
});

describe('1,000 orders of 300 customers', () => {
	it('with every effect on, take 60 calls at most, and a second run writes nothing', async () => {
		const { orders } = await crowd(scene, { customers: 300, orders: 1_000, confirmed: 60 });
		const effects = { note: true, tag: true, confirm: true, releaseReservations: true };
		const { client, calls } = countingClient();
		const first = await checkCredit(client, orders, creditSettings({ effects }));
		const decided = tally(first);
		expect(Object.keys(decided).sort()).toEqual(['approved', 'needsApproval', 'onHold']);
		expect(calls.length).toBeLessThanOrEqual(60);

		const notes = async () =>
			await scene.client.call('mail.message', 'search_count', {
				args: {
					domain: [
						['model', '=', 'sale.order'],
						['res_id', 'in', orders],
					],
				},
			});
		const before = await notes();
		const again = countingClient();
		expect(tally(await checkCredit(again.client, orders, creditSettings({ effects })))).toEqual(
			decided,
		);
		expect(again.calls.filter((name) => /load|write|confirm|unreserve/.test(name))).toEqual([]);
		expect(await notes()).toBe(before);
	});
});
