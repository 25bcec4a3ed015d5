// @ts-check
import { setTimeout as pause } from 'node:timers/promises';
import { json2 } from '../../lab/json2.mjs';
import { until } from '../../lab/until.mjs';
import { groupBy } from './grouping.mjs';

/** @typedef {{ url: string, database: string, key: string }} Access */

const CLIENTS = 4;
const HOLD_SECONDS = 4;

/** @param {Access} admin @param {number} count */
export async function makeQuotations(admin, count) {
	const [customer] = await json2(admin, 'res.partner', 'create', {
		vals_list: [{ name: 'Chaos Ltd', is_company: true }],
	});
	const [product] = await json2(admin, 'product.product', 'create', {
		vals_list: [{ name: 'Chaos service', type: 'service', list_price: 10 }],
	});
	const made = [];
	for (let done = 0; done < count; done += 100) {
		const quotations = Array.from({ length: Math.min(100, count - done) }, () => ({
			partner_id: customer,
			order_line: [[0, 0, { product_id: product, product_uom_qty: 1 }]],
		}));
		made.push(...(await json2(admin, 'sale.order', 'create', { vals_list: quotations })));
	}
	return /** @type {number[]} */ (made);
}

/** An action that confirms and keeps its transaction open. @param {Access} admin */
async function makeSlowConfirmation(admin) {
	const [model] = await json2(admin, 'ir.model', 'search', {
		domain: [['model', '=', 'sale.order']],
	});
	const [action] = await json2(admin, 'ir.actions.server', 'create', {
		vals_list: [
			{
				name: 'Confirm slowly',
				model_id: model,
				state: 'code',
				code: `records.action_confirm()\nrecords.flush_recordset()\ntime.sleep(${HOLD_SECONDS})`,
			},
		],
	});
	return (/** @type {number[]} */ ids) =>
		json2(admin, 'ir.actions.server', 'run', {
			ids: [action],
			context: { active_model: 'sale.order', active_ids: ids, active_id: ids[0] },
		});
}

/**
 * Several clients confirm the quotations: alone, by the ten in one second, and in transactions held open.
 * @param {Access} admin @param {readonly number[]} quotations
 * @param {(done: number) => void} progress
 */
export async function confirmAll(admin, quotations, progress) {
	const confirmSlowly = await makeSlowConfirmation(admin);
	const left = [...quotations];
	/** @type {Map<number, number>} when the confirmation was answered, by order */
	const confirmedAt = new Map();
	let heldOpen = 0;
	const isDone = async (/** @type {number[]} */ ids) =>
		(await json2(admin, 'sale.order', 'search_count', {
			domain: [
				['id', 'in', ids],
				['state', '=', 'sale'],
			],
		})) === ids.length;

	/** @param {number} turn */
	const next = (turn) => {
		const [size, slow] = turn % 8 === 0 ? [10, true] : turn % 4 === 1 ? [10, false] : [1, false];
		return { ids: left.splice(0, size), slow };
	};
	const client = async (/** @type {number} */ number) => {
		for (let turn = number; left.length > 0; turn += 1) {
			const { ids, slow } = next(turn);
			const confirm = () =>
				slow ? confirmSlowly(ids) : json2(admin, 'sale.order', 'action_confirm', { ids });
			let tried = false;
			const tryOnce = async () => {
				if (tried && (await isDone(ids).catch(() => false))) return true;
				tried = true;
				return await confirm().then(
					() => true,
					() => false,
				);
			};
			await until(`orders ${ids} to be confirmed`, tryOnce, { seconds: 180, everyMs: 500 });
			const at = Date.now();
			for (const id of ids) confirmedAt.set(id, at);
			if (slow) heldOpen += ids.length;
			progress(confirmedAt.size);
			// A distributor's peak, not a flood: what breaks in between needs something to break into.
			await pause(600);
		}
	};
	await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
	const orders = await json2(admin, 'sale.order', 'search_read', {
		domain: [['id', 'in', [...quotations]]],
		fields: ['write_date'],
	});
	const seconds = groupBy(
		orders,
		(/** @type {{ write_date: string }} */ { write_date: second }) => second,
	);
	const largestSecond = Math.max(...[...seconds.values()].map((group) => group.length));
	return { confirmedAt, heldOpen, largestSecond };
}
