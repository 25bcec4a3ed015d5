import { z } from 'zod';

import { searchGraph } from '../../../nodes/shared/odoo/graph';
import { readGroups } from '../../../nodes/shared/odoo/grouped';
import { fakeOdoo } from '../../support/fakeOdoo';

const GRAPH = {
	name: null,
	partner_id: { model: 'res.partner', fields: { commercial_partner_id: null } },
	company_id: null,
	tag_ids: { model: 'crm.tag', fields: { name: null } },
} as const;

const row = z.object({
	id: z.number(),
	name: z.string(),
	partner_id: z.union([
		z.literal(false),
		z.object({ id: z.number(), commercial_partner_id: z.number() }),
	]),
	company_id: z.number(),
	tag_ids: z.array(z.object({ id: z.number(), name: z.string() })),
});

const ORDER = { model: 'sale.order', fields: GRAPH, schema: row };

const expected = [
	{
		id: 1,
		name: 'S1',
		partner_id: { id: 8, commercial_partner_id: 7 },
		company_id: 3,
		tag_ids: [{ id: 5, name: 'Hold' }],
	},
	{ id: 2, name: 'S2', partner_id: false, company_id: 3, tag_ids: [] },
];

describe('records with what they refer to', () => {
	it('come in one call from Odoo 17 on', async () => {
		const { client, named } = fakeOdoo(
			{ 'sale.order.web_search_read': { length: 2, records: expected } },
			17,
		);
		expect(await searchGraph(client(), ORDER, { domain: [['id', '>', 0]] })).toEqual(expected);
		expect(named('sale.order.web_search_read')[0]?.args).toMatchObject({
			specification: {
				name: {},
				partner_id: { fields: { commercial_partner_id: {} } },
				tag_ids: { fields: { name: {} } },
			},
		});
	});

	it('look the same before, with one call for each relation', async () => {
		const { client, calls } = fakeOdoo(
			{
				'sale.order.search_read': [
					{ id: 1, name: 'S1', partner_id: [8, 'Buyer'], company_id: [3, 'Ours'], tag_ids: [5] },
					{ id: 2, name: 'S2', partner_id: false, company_id: [3, 'Ours'], tag_ids: [] },
				],
				'res.partner.search_read': [{ id: 8, commercial_partner_id: [7, 'Firm'] }],
				'crm.tag.search_read': [{ id: 5, name: 'Hold' }],
			},
			16,
		);
		expect(await searchGraph(client(), ORDER, { domain: [['id', '>', 0]] })).toEqual(expected);
		expect(
			calls.filter(({ name }) => name.endsWith('search_read') && !name.startsWith('res.company')),
		).toHaveLength(3);
	});

	it('are refused when they do not have the promised shape', async () => {
		const { client } = fakeOdoo({
			'sale.order.web_search_read': { length: 1, records: [{ id: 1 }] },
		});
		await expect(searchGraph(client(), ORDER, { domain: [] })).rejects.toMatchObject({
			kind: 'server',
			reason: expect.stringContaining('0.name'),
		});
	});
});

describe('groups', () => {
	const grouping = {
		domain: [['id', '>', 0]] as const,
		groupBy: ['partner_id'],
		aggregates: ['invoice_date:min'],
	};

	it.each([
		{
			version: 19,
			answers: {
				'account.move.formatted_read_group': [
					{ partner_id: [1, 'A'], 'invoice_date:min': '2026-01-01', __count: 2 },
				],
			},
		},
		{
			version: 18,
			answers: {
				'account.move.read_group': [
					{ partner_id: [1, 'A'], invoice_date: '2026-01-01', __count: 2 },
				],
			},
		},
	])('look the same in Odoo $version', async ({ version, answers }) => {
		const { client } = fakeOdoo(answers, version);
		expect(await readGroups(client(), 'account.move', grouping)).toMatchObject([
			{ partner_id: [1, 'A'], 'invoice_date:min': '2026-01-01', __count: 2 },
		]);
	});
});
