import ts from 'typescript';

import { isKnownMethod, readAnswer } from '../../../nodes/shared/odoo/protocol/answers';

const root = `${ts.sys.getCurrentDirectory()}/nodes`;
const CALL = /\.(?:call|callEach)\(\s*[^,()]+,\s*'(\w+)'/g;
const called = new Set(
	ts.sys
		.readDirectory(root, ['.ts'])
		.flatMap((file) => [...(ts.sys.readFile(file) ?? '').matchAll(CALL)])
		.map(([, method = '']) => method),
);

describe('the shape of an answer', () => {
	it.each([...called].sort())('is known of %s, which a node calls', (method) =>
		expect(isKnownMethod(method)).toBe(true),
	);

	it.each([
		['search_read', []],
		['search_read', [{ id: 1, name: 'x' }]],
		['web_search_read', { length: 1, records: [{ id: 1 }] }],
		['write', true],
		['create', 7],
		['create', [7, 8]],
		['load', { ids: [1], messages: [] }],
		['load', { ids: false, messages: [{ message: 'no' }] }],
		['action_confirm', true],
		['action_post', false],
		['do_unreserve', null],
		['create_invoices', { type: 'ir.actions.act_window', res_id: 3 }],
	])('takes what Odoo answers to %s: %j', (method, value) =>
		expect(readAnswer(method, value)).toEqual({ kind: 'answer', value }),
	);

	it.each([
		['search_read', null],
		['search_read', {}],
		['search_read', [{ name: 'no id' }]],
		['search_count', '3'],
		['write', null],
		['write', false],
		['write', { ok: true }],
		['create', null],
		['create', true],
		['load', true],
		['load', [1]],
		['action_confirm', { ok: true }],
		['action_post', 'Maintenance'],
		['create_invoices', {}],
	])('takes nobody else’s answer to %s: %j', (method, value) =>
		expect(readAnswer(method, value)).toEqual({ kind: 'foreign' }),
	);

	it.each(['action_confirm', 'action_post', 'action_assign'])(
		'a window is no answer to %s: Odoo asks something first',
		(method) =>
			expect(readAnswer(method, { type: 'ir.actions.act_window', name: 'Are you sure?' })).toEqual({
				kind: 'window',
				title: 'Are you sure?',
			}),
	);
});
