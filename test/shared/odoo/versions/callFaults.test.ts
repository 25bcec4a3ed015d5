import { callFaults, type SentCall } from './callFaults';

const order = (method: string, more: Partial<SentCall> = {}): SentCall => ({
	model: 'sale.order',
	method,
	positional: [],
	named: {},
	...more,
});

/** The test of the names is worth what this finds. */
describe('a call', () => {
	it.each<{ what: string; version: number; call: SentCall; faults: string[] }>([
		{
			what: 'an argument by the name of another version',
			version: 18,
			call: order('write', { positional: [[1]], named: { vals: {} } }),
			faults: ['sale.order.write takes no vals', 'sale.order.write wants values'],
		},
		{
			what: 'messages by pages, which Odoo cuts before it looks at rights',
			version: 19,
			call: { ...order('search_read', { named: { domain: [], limit: 5 } }), model: 'mail.message' },
			faults: ['mail.message is read by pages'],
		},
		{
			what: 'the same argument by its place',
			version: 18,
			call: order('write', { positional: [[1], { note: 'x' }] }),
			faults: [],
		},
		{
			what: 'a method of the model called on records',
			version: 17,
			call: {
				...order('has_group', { positional: [[2]], named: { group_ext_id: 'g' } }),
				model: 'res.users',
			},
			faults: ['res.users.has_group gets group_ext_id twice'],
		},
		{
			what: 'a method on records called without them',
			version: 19,
			call: { ...order('has_group', { named: { group_ext_id: 'g' } }), model: 'res.users' },
			faults: ['res.users.has_group without ids'],
		},
		{
			what: 'a method that came later',
			version: 18,
			call: order('web_save_multi', { positional: [[1]] }),
			faults: ['no method sale.order.web_save_multi'],
		},
		{
			what: 'a model that came later',
			version: 17,
			call: { ...order('create', { positional: [[{}]] }), model: 'account.move.send.wizard' },
			faults: ['no model account.move.send.wizard'],
		},
		{
			what: 'fields to read',
			version: 16,
			call: order('search_read', { named: { fields: ['name', 'locked'] } }),
			faults: ['no field sale.order.locked'],
		},
		{
			what: 'the second step of a path in a domain',
			version: 18,
			call: order('search_read', { named: { domain: ['|', ['order_line.tax_ids', '!=', false]] } }),
			faults: ['no field sale.order.line.tax_ids'],
		},
		{
			what: 'a state that nothing has in a domain',
			version: 19,
			call: order('search_read', { named: { domain: [['state', 'in', ['sale', 'done']]] } }),
			faults: ['sale.order.state is never done'],
		},
		{
			what: 'what to sort by',
			version: 14,
			call: order('search_read', { named: { order: 'delivery_status desc, id' } }),
			faults: ['no field sale.order.delivery_status'],
		},
		{
			what: 'a graph of what hangs on a record',
			version: 17,
			call: order('web_search_read', {
				named: {
					domain: [],
					specification: { order_line: { fields: { product_uom_id: {}, name: {} } } },
				},
			}),
			faults: ['no field sale.order.line.product_uom_id'],
		},
		{
			what: 'a value inside a command for a line',
			version: 18,
			call: order('write', { positional: [[1], { order_line: [[0, 0, { product_uom_id: 1 }]] }] }),
			faults: ['no field sale.order.line.product_uom_id'],
		},
		{
			what: 'the columns of an import, and their values',
			version: 14,
			call: {
				...order('load', {
					named: {
						fields: ['id', 'user_id/.id', 'nobody/id', 'message_type'],
						data: [['a.b', '2', '', 'whisper']],
					},
				}),
				model: 'mail.message',
			},
			faults: [
				'no field mail.message.user_id',
				'no field mail.message.nobody',
				'mail.message.message_type is never whisper',
			],
		},
		{
			what: 'a model nobody has looked up',
			version: 19,
			call: { ...order('search_read'), model: 'fleet.vehicle' },
			faults: ['no facts about fleet.vehicle'],
		},
	])('is searched for $what: Odoo $version', ({ version, call, faults }) => {
		expect(callFaults(version, call)).toEqual(faults);
	});
});
