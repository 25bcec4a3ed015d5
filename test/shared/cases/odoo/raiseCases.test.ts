import type { OdooCall } from '../../../../nodes/shared/odoo/OdooTransport';
import type { CaseRequest } from '../../../../nodes/shared/cases/odoo/caseRequest';
import { raiseCases } from '../../../../nodes/shared/cases/odoo/raiseCases';
import { fakeOdoo } from '../../../support/fakeOdoo';

const none = { kind: 'none' } as const;
const request = (orderId: number, more: Partial<CaseRequest> = {}): CaseRequest => ({
	target: { orderId },
	diagnosis: { code: 'SHIP_LATE', reasons: [{ code: 'SHIP_LATE', text: 'Late', figures: {} }] },
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
	notifiesOwner: true,
	...more,
});

/** Of another model. */
const QUIET = 77;

const wantedIds = (call: OdooCall): number[] => {
	const domain = call.args?.domain;
	const leaf = Array.isArray(domain)
		? domain.find((part) => Array.isArray(part) && part[1] === 'in')
		: undefined;
	return Array.isArray(leaf) && Array.isArray(leaf[2]) ? leaf[2].map(Number) : [];
};

/** An Odoo without cases yet, in which every order exists. @param told what the owner is told as a follower of each */
const scripted = (
	refuses: (orderId: number) => boolean = () => false,
	told: readonly number[] | null = [1, 2],
) => {
	const made: number[] = [];
	return fakeOdoo({
		'sale.order.search_read': (call: OdooCall) =>
			wantedIds(call).map((id) => ({
				id,
				name: `S${id}`,
				partner_id: [1, 'Azure'],
				company_id: [1, 'My Company'],
				currency_id: [1, 'EUR'],
				amount_total: 10,
				user_id: [2, 'Mitchell'],
			})),
		'res.users.search_read': [
			{
				id: 2,
				name: 'Mitchell',
				login: 'admin',
				active: true,
				share: false,
				company_ids: [1],
				partner_id: [3, 'Mitchell'],
			},
		],
		'mail.followers.search_read': (call: OdooCall) =>
			told === null
				? []
				: wantedIds(call).map((id) => ({
						id,
						res_id: id,
						partner_id: [3, 'Mitchell'],
						subtype_ids: told,
					})),
		'mail.message.subtype.search_read': [{ id: QUIET }],
		'sale.order.message_subscribe': true,
		'sale.order.message_unsubscribe': true,
		'mail.message.search_read': [
			{ id: 1, subject: '0'.repeat(64), partner_ids: [], create_uid: [2, 'Mitchell'] },
		],
		'mail.activity.search_read': (call: OdooCall) => {
			const byId = JSON.stringify(call.args?.domain).startsWith('[["id"');
			return byId
				? wantedIds(call).map((id) => ({
						id,
						res_model: 'sale.order',
						res_id: id - 10_000,
						user_id: [2, 'Mitchell'],
						date_deadline: '2026-11-24',
						active: true,
						create_date: '2026-11-23 10:00:00',
					}))
				: [];
		},
		'mail.activity.load': (call: OdooCall) => {
			const rows = Array.isArray(call.args?.data) ? call.args.data : [];
			const orders = rows.map((row) => (Array.isArray(row) ? Number(row[2]) : 0));
			if (orders.some(refuses))
				return { ids: false, messages: [{ type: 'error', message: 'Not this one' }] };
			made.push(...orders);
			return { ids: orders.map((id) => 10_000 + id), messages: [] };
		},
	});
};

describe('a run of 1,000 orders', () => {
	it('costs calls by the chunk: 26 of them, whatever the number of exceptions seen', async () => {
		const odoo = scripted();
		const requests = Array.from({ length: 2000 }, (_, index) => request(1 + (index % 1000)));
		const outcomes = await raiseCases(odoo.client(), requests);
		expect(outcomes.filter(({ kind }) => kind === 'raised')).toHaveLength(2000);
		expect(odoo.named('mail.activity.load')).toHaveLength(5);
		expect(odoo.calls.length).toBeLessThanOrEqual(26);
	});

	it('in a dry run calls nothing that writes', async () => {
		const odoo = scripted();
		const outcomes = await raiseCases(
			odoo.client(),
			Array.from({ length: 1000 }, (_, index) => request(index + 1, { writes: false })),
		);
		expect(outcomes[999]).toMatchObject({
			kind: 'raised',
			raised: { isNew: true, activityId: null },
		});
		expect(
			odoo.calls.map(({ name }) => name).filter((name) => !/search_read|context_get/.test(name)),
		).toEqual([]);
	});
});

describe('a case that Odoo refuses', () => {
	it('fails alone', async () => {
		const odoo = scripted((orderId) => orderId === 3);
		const outcomes = await raiseCases(
			odoo.client(),
			[1, 2, 3, 4].map((id) => request(id)),
		);
		expect(outcomes.map(({ kind }) => kind)).toEqual(['raised', 'raised', 'failed', 'raised']);
		expect(outcomes[2]).toMatchObject({ error: { kind: 'validation', reason: 'Not this one' } });
	});
});

describe('what tells the owners', () => {
	it('is asked for or not, each in its own import', async () => {
		const odoo = scripted();
		await raiseCases(odoo.client(), [request(1), request(2, { notifiesOwner: false })]);
		expect(
			odoo.named('mail.activity.load').map(({ context }) => context?.mail_activity_quick_update),
		).toEqual([undefined, true]);
	});
});

describe('an owner', () => {
	const steps = (odoo: ReturnType<typeof scripted>) =>
		odoo.calls
			.filter(({ name }) => /subscribe|activity\.load/.test(name))
			.map(({ name, ids = [], args }) => [name, ids, args?.subtype_ids]);
	const aside = [
		['sale.order.message_subscribe', [1, 2], [QUIET]],
		['mail.activity.load', [], undefined],
		['sale.order.message_unsubscribe', [1, 2], undefined],
	];

	it('who did not follow the order is told nothing of it from before the case, and taken off it again', async () => {
		const odoo = scripted(() => false, null);
		await raiseCases(odoo.client(), [request(1), request(2)]);
		expect(steps(odoo)).toEqual(aside);
	});

	it('whom a run that died left as a silent follower is taken off', async () => {
		const odoo = scripted(() => false, [QUIET]);
		await raiseCases(odoo.client(), [request(1), request(2)]);
		expect(steps(odoo)).toEqual(aside);
	});

	it.each([[[1, 2]], [[1]], [[]], [[1, QUIET]]])(
		'who followed it before, told of %j, goes on following',
		async (told) => {
			const odoo = scripted(() => false, told);
			await raiseCases(odoo.client(), [request(1), request(2)]);
			expect(steps(odoo).map(([name]) => name)).toEqual(['mail.activity.load']);
		},
	);
});

describe('a run without a single order', () => {
	it('asks Odoo for no order and no activity', async () => {
		const odoo = scripted();
		const outcomes = await raiseCases(odoo.client(), [
			request(0, { target: { missing: 'There is none' } }),
		]);
		expect(outcomes).toMatchObject([
			{
				kind: 'raised',
				raised: {
					decision: { code: 'INTEGRATION_NO_ORDER' },
					activityId: null,
					episode: null,
					isNew: false,
				},
			},
		]);
		expect(odoo.named('sale.order.search_read')).toEqual([]);
		expect(odoo.named('mail.activity.load')).toEqual([]);
	});
});

describe('an Odoo up to 16, which has no archived activities and tells one external id', () => {
	it('recognises its open case', async () => {
		const odoo = fakeOdoo(
			{
				'sale.order.search_read': [
					{
						id: 7,
						name: 'S7',
						partner_id: [1, 'Azure'],
						company_id: [1, 'My Company'],
						currency_id: [1, 'EUR'],
						amount_total: 10,
						user_id: [2, 'Mitchell'],
					},
				],
				'res.users.search_read': [
					{ id: 2, name: 'Mitchell', login: 'admin', active: true, share: false, company_ids: [1] },
				],
				'mail.activity.search_read': [
					{
						id: 90,
						res_id: 7,
						user_id: [2, 'Mitchell'],
						date_deadline: '2026-11-24',
						create_date: '2026-11-23 10:00:00',
					},
				],
				'mail.activity.get_metadata': [
					{ id: 90, xmlid: 'n8n_o2c.exception_7_SHIP_LATE_1', noupdate: true },
				],
			},
			16,
		);
		expect(await raiseCases(odoo.client(), [request(7)])).toMatchObject([
			{ raised: { isNew: false, activityId: 90, episode: 1 } },
		]);
		expect(odoo.named('mail.activity.search_read')[0]?.args?.fields).not.toContain('active');
	});
});
