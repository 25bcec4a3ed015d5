import { runProgram } from './program';

let seen: Record<string, unknown>;

beforeAll(async () => {
	seen = await runProgram('lifecycle.mjs');
}, 400_000);

describe('the trigger in a real n8n', () => {
	it('registers one rule for each event, with explicit filters and trigger fields, and keeps them when activated again', () => {
		expect(seen.rules).toEqual([
			expect.objectContaining({
				name: 'n8n: Order Confirmed',
				filter_domain: "[['state', 'in', ['sale']]]",
				filter_pre_domain: "[['state', 'not in', ['sale']]]",
				trigger_field_ids: [expect.any(Number)],
			}),
			expect.objectContaining({
				name: 'n8n: Delivery Done',
				filter_pre_domain: "[['state', '!=', 'done']]",
				trigger_field_ids: [expect.any(Number)],
			}),
		]);
		expect(seen.secondActivationRules).toBe(2);
	});

	it('is called by Odoo, and tells of the order once', () => {
		expect(seen).toMatchObject({ pushed: true, pushedBy: 'webhook', repeated: [] });
	});

	it('refuses calls that are forged, too large, malformed or old, and tells of nothing for them or for repeated ones', () => {
		expect(seen.refusals).toEqual({
			replayed: 204,
			wrongToken: 401,
			noToken: 401,
			otherEvent: 401,
			oversized: 413,
			withoutTime: 400,
			malformed: 400,
			stale: 410,
			notConfirmed: 204,
		});
		expect(seen.executionsByStrangers).toBe(0);
	});

	it('finds by the sweep what no call reported, and registers again what was taken away, also after a restart', () => {
		expect(seen).toMatchObject({
			swept: true,
			sweptBy: 'sweep',
			selfHealed: true,
			healedAfterRestart: true,
			pushedAfterRestart: 'webhook',
		});
	});

	it('shows a recent event in a test, and changes nothing in Odoo for it', () => {
		expect(seen).toMatchObject({
			testDelivered: true,
			testChannel: 'manual',
			testClaimed: 0,
		});
		expect(seen.rulesAfterTest).toEqual(seen.rulesBeforeTest);
	});

	it('leaves no rule and no action in Odoo when it is deactivated', () => {
		expect(seen).toMatchObject({
			rulesAfterDeactivation: 0,
			actionsAfterDeactivation: 0,
			rulesAtTheEnd: 0,
			actionsAtTheEnd: 0,
		});
	});

	it('works by the sweep alone without rights to register, and says so', () => {
		expect(seen).toMatchObject({
			sweptWithoutRights: true,
			notice: expect.stringContaining('events arrive by sweep only'),
		});
	});
});
