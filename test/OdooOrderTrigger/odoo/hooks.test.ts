import { EVENT_TYPES, isEventType } from '../../../nodes/OdooOrderTrigger/core/eventTypes';
import { hooksFor } from '../../../nodes/OdooOrderTrigger/odoo/hooks';
import { pythonLiteral } from '../../../nodes/shared/odoo/pythonLiteral';
import { queryFor } from '../query';

describe('the rules in Odoo', () => {
	const query = queryFor(Object.keys(EVENT_TYPES).filter(isEventType), {
		watchedFields: ['amount_total'],
	});

	it('name the fields they look at and the records they are for, every one', () => {
		for (const hook of hooksFor(query, 19)) {
			expect(hook.fields.length).toBeGreaterThan(0);
			expect(hook.after.length).toBeGreaterThan(0);
		}
	});

	it('count a locked order of Odoo 16 as a confirmed one', () => {
		expect(hooksFor({ ...query, types: ['orderConfirmed'] }, 16)[0]?.after[0]).toEqual([
			'state',
			'in',
			['sale', 'done'],
		]);
	});

	it('are written as Python', () => {
		expect(
			pythonLiteral([
				['sale_id', '!=', false],
				['name', '=', "O'Neil \\ Co"],
				['id', 'in', [1, 2]],
				['x', '=', null],
				['y', '=', true],
			]),
		).toBe(
			"[['sale_id', '!=', False], ['name', '=', 'O\\'Neil \\\\ Co'], ['id', 'in', [1, 2]], ['x', '=', None], ['y', '=', True]]",
		);
	});
});
