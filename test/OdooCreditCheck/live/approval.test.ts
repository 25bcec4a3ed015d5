import { sleep } from 'n8n-workflow';

import { checkCredit } from '../../../nodes/OdooCreditCheck/run';
import { checkLive, codesIn } from '../creditRun';
import { creditSettings } from '../creditSettings';
import { creditScene } from '../creditScene';
import { uniqueName } from '../../support/scene/names';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';

jest.setTimeout(180_000);

const scene = creditScene();

let item = 0;
beforeAll(async () => {
	item = await scene.product();
});

const term = async (days: number) =>
	await scene.one('account.payment.term', {
		name: uniqueName(`${days} days`),
		line_ids: [
			[0, 0, { value: 'percent', value_amount: 100, delay_type: 'days_after', nb_days: days }],
		],
	});

const decided = async (order: number, parameters = {}) => {
	const credit = (await checkLive([order], parameters)).creditOf(order);
	return { decision: credit.decision, codes: codesIn(credit) };
};

/** What the workflow says of a yes to the decision that the order was stopped by. */
const yesOf = async (order: number, parameters = {}) => {
	const { decisionKey } = (await checkLive([order], parameters)).creditOf(order);
	return { releasedBy: bossLogin, release: true, releasedDecision: decisionKey ?? '' };
};

const pricedAt = async (order: number, price: number) => {
	const [line] = await scene.find('sale.order.line', [['order_id', '=', order]], []);
	await scene.write('sale.order.line', [line?.id ?? 0], { price_unit: price });
};

const holdTag = async () => {
	const [known] = await scene.find('crm.tag', [['name', '=', 'Credit Hold']], []);
	return known?.id ?? (await scene.one('crm.tag', { name: 'Credit Hold' }));
};

/** Odoo tells times in whole seconds; people take longer. */
const nextSecond = async () => await sleep(1_100);

/** A pipeline that breaks off at its first write to an order, after what it recorded. */
const brokenOff = async (order: number) => {
	const client = axiosClient(liveOdoo().user);
	const call = client.call.bind(client);
	jest.spyOn(client, 'call').mockImplementation(async (model, method, given) => {
		if (model === 'sale.order' && method === 'write') throw new Error('The process ended');
		return await call(model, method, given);
	});
	await expect(checkCredit(client, [order], creditSettings())).rejects.toThrow('ended');
};

const late = async () => {
	const customer = await scene.customer({ credit_limit: 100_000 });
	await scene.invoice(customer, { amount: 50, dueInDays: -45 });
	return customer;
};

const bossLogin = uniqueName('boss').replace(/\W/g, '');
let boss: Promise<{ readonly id: number; readonly client: ReturnType<typeof axiosClient> }>;
beforeAll(() => {
	boss = makeBoss();
});

/** Who may release: neither sold nor entered the orders. */
const makeBoss = async () => {
	const groups = await scene.find(
		'ir.model.data',
		[
			['module', 'in', ['sales_team', 'account']],
			['name', 'in', ['group_sale_manager', 'group_account_manager']],
		],
		['res_id'],
	);
	const id = await scene.one('res.users', {
		name: 'Credit Boss',
		login: bossLogin,
		password: 'boss-of-credit',
		group_ids: [[6, 0, groups.map(({ res_id: group }) => Number(group))]],
	});
	const { admin } = liveOdoo();
	const client = axiosClient({
		...admin,
		apiKey: 'boss-of-credit',
		apiVersion: 'jsonRpc',
		userName: bossLogin,
	});
	return { id, client };
};

describe('an approval is given for', () => {
	it('one debtor', async () => {
		const good = await scene.customer({ credit_limit: 1_000 });
		const bad = await scene.customer({ credit_limit: 100 });
		await scene.invoice(bad, { amount: 90, dueInDays: -100 });
		const order = await scene.order(good, { price: 900, item });
		expect((await decided(order)).decision).toBe('approved');
		await scene.write('sale.order', [order], { partner_id: bad, partner_invoice_id: bad });
		const { decision, codes } = await decided(order);
		expect(decision).toBe('onHold');
		expect(codes).toContain('approval_ended');
	});

	it('terms that are not longer', async () => {
		const [short, usual, long] = [await term(5), await term(15), await term(90)];
		const customer = await scene.customer({
			credit_limit: 1_000,
			property_payment_term_id: usual,
		});
		const order = await scene.order(customer, {
			price: 900,
			item,
			more: { payment_term_id: usual },
		});
		expect((await decided(order)).decision).toBe('approved');
		await scene.write('sale.order', [order], { payment_term_id: short });
		expect(await decided(order)).toEqual({ decision: 'approved', codes: ['approved_before'] });
		await scene.write('sale.order', [order], { payment_term_id: long });
		expect(await decided(order)).toEqual({
			decision: 'needsApproval',
			codes: ['terms_changed', 'approval_ended'],
		});
	});

	it('the reasons that were there', async () => {
		const [flag] = await scene.create('res.partner.category', [{ name: uniqueName('Stop') }]);
		const options = { options: { holdTags: [String(flag)] } };
		const customer = await scene.customer({ credit_limit: 1_000 });
		const order = await scene.order(customer, { price: 900, item });
		expect((await decided(order, options)).decision).toBe('approved');
		await scene.write('res.partner', [customer], { category_id: [[4, flag ?? 0]] });
		expect((await decided(order, options)).codes).toEqual(['customer_on_hold', 'approval_ended']);
	});

	it('a policy that is not stricter', async () => {
		const customer = await late();
		const order = await scene.order(customer, { price: 400, item });
		const rule = (threshold: number) => ({
			rules: { rule: [{ code: 'overdue_days', reaction: 'ask', threshold }] },
		});
		await boss;
		const given = await yesOf(order, rule(30));
		expect((await decided(order, { ...rule(30), ...given })).decision).toBe('approved');
		expect((await decided(order, rule(30))).codes).toContain('approved_before');
		expect((await decided(order, rule(10))).codes).toEqual(['overdue_days', 'approval_ended']);
	});

	it.each(['a quotation', 'an order'])('%s that is not cancelled', async (kind) => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const order = await scene.order(customer, { price: 900, item, confirm: kind === 'an order' });
		expect((await decided(order)).decision).toBe('approved');
		await scene.call('sale.order', 'action_cancel', { ids: [order] });
		await scene.call('sale.order', 'action_draft', { ids: [order] });
		await scene.write('res.partner', [customer], { credit_limit: 100 });
		expect(await decided(order)).toEqual({
			decision: 'needsApproval',
			codes: ['limit_exceeded', 'approval_ended'],
		});
	});

	it('a quotation that is confirmed', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const order = await scene.order(customer, { price: 900, item });
		await decided(order, { confirmQuotations: true });
		expect(await decided(order)).toEqual({ decision: 'approved', codes: ['approved_before'] });
	});
});

describe('a record that somebody edited', () => {
	it('into an approval counts as none', async () => {
		const customer = await late();
		const order = await scene.order(customer, { price: 400, item });
		expect((await decided(order)).decision).toBe('onHold');
		const [note] = await scene.find(
			'mail.message',
			[
				['model', '=', 'sale.order'],
				['res_id', '=', order],
				['message_id', '=like', '<credit-%'],
			],
			['message_id'],
		);
		const sealed = String(note?.message_id);
		const forged = sealed.replace(/^<credit-(\d+)-1-h-/, '<credit-$1-1-a-');
		const old = forged.replace(/^(<(?:[^-]*-){7}\d+-\d+).*@/, '$1@');
		expect(forged).not.toBe(sealed);
		expect(old).toMatch(/^<credit-\d+-1-a-\d{8}-\d+-[0-9a-f]+-\d+-\d+@/);
		for (const messageId of [forged, old]) {
			await scene.write('mail.message', [note?.id ?? 0], { message_id: messageId });
			const { decision, codes } = await decided(order, { dryRun: true });
			expect(decision).toBe('onHold');
			expect(codes).not.toContain('approved_before');
		}
	});
});

describe('a release', () => {
	it.each(['false', 'undefined', 'rejected', 'Fay Finance', 'sam@example.com'])(
		"is not '%s'",
		async (releasedBy) => {
			const customer = await late();
			const order = await scene.order(customer, { price: 400, item });
			await checkLive([order]);
			const yes = { release: true, releasedDecision: '1-ab' };
			const { failed } = await checkLive([order], { releasedBy, ...yes });
			expect(failed).toMatchObject([{ order: { id: order }, error: { retryable: false } }]);
			expect(await scene.notes(order)).toHaveLength(1);
			expect(await scene.tagsOf(order)).toEqual(['Credit Hold']);
		},
	);

	it('by a user needs the yes beside it', async () => {
		const order = await scene.order(await late(), { price: 400, item });
		await boss;
		const yes = await yesOf(order);
		expect((await decided(order, { ...yes, release: false })).decision).toBe('onHold');
		expect(await decided(order, yes)).toEqual({
			decision: 'approved',
			codes: ['released', 'overdue_days'],
		});
		expect(await decided(order, yes)).toEqual({
			decision: 'approved',
			codes: ['approved_before', 'overdue_days'],
		});
		expect(await scene.notes(order)).toHaveLength(2);
	});

	it('names the decision that it is about', async () => {
		const order = await scene.order(await late(), { price: 400, item });
		await boss;
		const yes = { ...(await yesOf(order)), releasedDecision: '' };
		const { failed } = await checkLive([order], yes);
		expect(failed).toMatchObject([{ error: { retryable: false } }]);
		expect(JSON.stringify(failed)).toContain('Released Decision');
	});

	it('is given for the total that was stopped', async () => {
		const order = await scene.order(await late(), { price: 1_000, item });
		await boss;
		const yes = await yesOf(order);
		await pricedAt(order, 900_000);
		const { decision, codes } = await decided(order, yes);
		expect(decision).toBe('onHold');
		expect(codes).toContain('approval_ended');
		// Nobody saw the new total when the yes is said once more.
		const codesNow = ['limit_exceeded', 'overdue_days', 'release_outdated'];
		const repeated = { decision: 'onHold', codes: codesNow };
		expect(await decided(order, yes)).toEqual(repeated);
		expect(await decided(order, yes)).toEqual(repeated);
		expect(await scene.notes(order)).toHaveLength(2);
		expect((await decided(order, await yesOf(order))).codes).toContain('released');
	});

	it('by the pipeline’s user counts in a company of one person alone', async () => {
		const order = await scene.order(await late(), { price: 400, item });
		await boss;
		const { uid } = await axiosClient(liveOdoo().user).session();
		const yes = { ...(await yesOf(order)), releasedBy: String(uid) };
		expect((await decided(order, yes)).codes).toContain('release_not_allowed');
		const options = { options: { releaseOwnOrders: true } };
		const anew = { ...(await yesOf(order, options)), releasedBy: String(uid) };
		expect((await decided(order, { ...anew, ...options })).codes).toContain('released');
	});

	it('by taking the tag off is proven by a note', async () => {
		const order = await scene.order(await late(), { price: 400, item });
		await checkLive([order]);
		await nextSecond();
		const { client, id } = await boss;
		await client.call('sale.order', 'message_post', {
			ids: [order],
			args: { body: 'Released: they paid by cheque', message_type: 'comment' },
		});
		await client.write('sale.order', [order], { tag_ids: [[5, 0, 0]] });
		// A change by somebody else in between says nothing about it.
		await scene.write('sale.order', [order], { client_order_ref: 'PO 7' });
		const { creditOf } = await checkLive([order]);
		expect(creditOf(order)).toMatchObject({
			decision: 'approved',
			releasedBy: { id, name: 'Credit Boss' },
		});
	});

	it('is not proven by who changed the order last, nor by a note that somebody rewrote', async () => {
		const order = await scene.order(await late(), { price: 400, item });
		await checkLive([order]);
		await nextSecond();
		const { client } = await boss;
		await client.call('sale.order', 'message_post', {
			ids: [order],
			args: { body: 'No way', message_type: 'comment' },
		});
		const [note] = await scene.find(
			'mail.message',
			[
				['model', '=', 'sale.order'],
				['res_id', '=', order],
				['body', 'ilike', 'No way'],
			],
			[],
		);
		await scene.write('mail.message', [note?.id ?? 0], { body: 'Released' });
		await client.write('sale.order', [order], { tag_ids: [[5, 0, 0]] });
		const unproven = { decision: 'needsApproval', codes: ['release_unproven', 'overdue_days'] };
		expect(await decided(order)).toEqual(unproven);
		expect(await scene.tagsOf(order)).toEqual(['Credit Approval Needed']);
		expect(await decided(order)).toEqual(unproven);
		expect(await scene.notes(order)).toHaveLength(2);
	});
});

describe('a tag', () => {
	it('of a person stays on an order that only needed approval', async () => {
		const order = await scene.order(await scene.customer({ credit_limit: 100 }), {
			price: 400,
			item,
		});
		await boss;
		const yes = await yesOf(order);
		await scene.write('sale.order', [order], { tag_ids: [[4, await holdTag()]] });
		const { decision, codes } = await decided(order, yes);
		expect(decision).toBe('onHold');
		expect(codes).toEqual(expect.arrayContaining(['order_on_hold', 'approval_ended']));
		expect(await scene.tagsOf(order)).toEqual(['Credit Hold']);
	});

	it('that came with a copied order is told apart from a check’s', async () => {
		const customer = await late();
		const order = await scene.order(customer, { price: 400, item });
		expect((await decided(order)).decision).toBe('onHold');
		const copied = await scene.call('sale.order', 'copy', { ids: [order] });
		const copy = Array.isArray(copied) ? Number(copied[0]) : Number(copied);
		expect(await scene.tagsOf(copy)).toEqual(['Credit Hold']);
		const { creditOf } = await checkLive([copy]);
		expect(codesIn(creditOf(copy))).toEqual(['order_on_hold', 'overdue_days']);
		expect(creditOf(copy).reasons[0]?.message).toContain('or copied an order that has it');
		await nextSecond();
		await scene.untag(copy);
		expect((await decided(copy)).codes).toEqual(['overdue_days']);
		expect(await scene.tagsOf(copy)).toEqual(['Credit Hold']);
	});

	it('that never came because a run broke off, comes with the next', async () => {
		const order = await scene.order(await late(), { price: 400, item });
		await brokenOff(order);
		expect(await scene.tagsOf(order)).toEqual([]);
		expect(await decided(order)).toEqual({ decision: 'onHold', codes: ['overdue_days'] });
		expect(await scene.tagsOf(order)).toEqual(['Credit Hold']);
	});

	it('that a run which broke off was to take off, is still ours', async () => {
		const customer = await scene.customer({ credit_limit: 100_000 });
		const invoice = await scene.invoice(customer, { amount: 50, dueInDays: -45 });
		const order = await scene.order(customer, { price: 400, item });
		expect((await decided(order)).decision).toBe('onHold');
		await scene.call('account.move', 'button_draft', { ids: [invoice] });
		await scene.call('account.move', 'button_cancel', { ids: [invoice] });
		await nextSecond();
		await brokenOff(order);
		expect(await scene.tagsOf(order)).toEqual(['Credit Hold']);
		expect(await decided(order)).toEqual({ decision: 'approved', codes: ['approved_before'] });
		expect(await scene.tagsOf(order)).toEqual([]);
	});
});

describe('what a decision rests on', () => {
	it('is the same when the order is confirmed, or it is decided anew', async () => {
		const customer = await scene.customer({ credit_limit: 1_000 });
		const order = await scene.order(customer, { price: 500, item });
		const client = axiosClient(liveOdoo().user);
		const call = client.call.bind(client);
		let edits = 0;
		// Somebody edits the quotation as soon as its approval is recorded.
		jest.spyOn(client, 'call').mockImplementation(async (model, method, given) => {
			const answer = await call(model, method, given);
			const isRecorded = model === 'mail.message' && method === 'load';
			if (isRecorded && JSON.stringify(given).includes('<credit-') && edits === 0) {
				edits += 1;
				await pricedAt(order, 500_000);
			}
			return answer;
		});
		const effects = { note: true, tag: true, confirm: true, releaseReservations: false };
		const outcome = (await checkCredit(client, [order], creditSettings({ effects }))).get(order);
		expect(edits).toBe(1);
		expect(outcome).toMatchObject({ kind: 'decided', credit: { decision: 'needsApproval' } });
		expect(await scene.stateOf(order)).toBe('draft');
	});
});
