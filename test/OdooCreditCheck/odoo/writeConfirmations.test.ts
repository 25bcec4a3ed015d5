import { OdooError } from '../../../nodes/shared/odoo/errors';
import {
	confirmationEffect,
	writeConfirmations,
} from '../../../nodes/OdooCreditCheck/odoo/writeConfirmations';
import type { OdooCall } from '../../../nodes/shared/odoo/OdooTransport';
import { readBack } from '../../../nodes/shared/traces/odoo/readBack';
import { fakeOdoo } from '../../support/fakeOdoo';

/** As sale_exception and credit modules answer: nothing happens, a window opens. */
const window = {
	type: 'ir.actions.act_window',
	res_model: 'sale.exception.confirm',
	name: 'Outstanding exceptions',
};

const odoo = (confirm: (ids: readonly number[]) => unknown, states: Record<number, string> = {}) =>
	fakeOdoo({
		'sale.order.action_confirm': ({ ids = [] }: OdooCall) => confirm(ids),
		'sale.order.search_read': ({ args }: OdooCall) => {
			const [[, , ids]] = args?.domain as [[string, string, number[]]];
			return ids.map((id) => ({ id, state: states[id] ?? 'draft', tag_ids: [] }));
		},
	});

const fail = (kind: 'validation' | 'outcomeUnknown') => {
	throw new OdooError({
		kind,
		call: 'sale.order.action_confirm',
		reason: 'Some orders are not in a state requiring confirmation.',
	});
};

describe('confirming quotations', () => {
	it('is one call when Odoo does it', async () => {
		const { client, named } = odoo(() => true);
		expect(await writeConfirmations(client(), [1, 2, 3])).toEqual(new Map());
		expect(named('sale.order.action_confirm')).toHaveLength(1);
	});

	it('takes a window for "nothing happened", finds the order it is about and confirms the others', async () => {
		const { client } = odoo((ids) => (ids.includes(2) ? window : true));
		const failed = await writeConfirmations(client(), [1, 2, 3, 4]);
		expect([...failed.keys()]).toEqual([2]);
		expect(failed.get(2)).toMatchObject({
			kind: 'validation',
			reason: expect.stringContaining('Outstanding exceptions'),
			advice: expect.stringContaining('in Odoo'),
		});
	});

	it('is content when somebody else confirmed meanwhile', async () => {
		const { client } = odoo((ids) => (ids.includes(2) ? fail('validation') : true), {
			1: 'sale',
			2: 'sale',
		});
		expect([...(await writeConfirmations(client(), [1, 2])).keys()]).toEqual([2]);
		expect(await readBack(client(), [1, 2].map(confirmationEffect))).toEqual(new Map());
	});

	it('is not believed when the order is still a quotation', async () => {
		const { client } = odoo(() => true, { 1: 'sale', 2: 'draft' });
		expect(await writeConfirmations(client(), [1, 2])).toEqual(new Map());
		const missing = await readBack(client(), [1, 2, 3].map(confirmationEffect));
		expect([...missing.keys()]).toEqual([2, 3]);
		expect(missing.get(2)).toMatchObject({
			kind: 'outcomeUnknown',
			call: 'sale.order.action_confirm',
		});
	});

	it('asks Odoo what became of an answer that was lost, and does not confirm again', async () => {
		const { client, named } = odoo(() => fail('outcomeUnknown'), { 1: 'sale', 2: 'draft' });
		await writeConfirmations(client(), [1, 2]);
		const missing = await readBack(client(), [1, 2].map(confirmationEffect));
		expect([...missing.keys()]).toEqual([2]);
		expect(named('sale.order.action_confirm')).toHaveLength(1);
	});
});
