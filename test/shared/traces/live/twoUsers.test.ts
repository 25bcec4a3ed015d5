import { z } from 'zod';

import { OdooCreditCheck } from '../../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { readKeySecret } from '../../../../nodes/shared/traces/odoo/keySecret';
import { ensureNotes, findNotes } from '../../../../nodes/shared/traces/odoo/notes';
import { runOver } from '../../../faults/nodeRun';
import { creditScene } from '../../../OdooCreditCheck/creditScene';
import { axiosClient, axiosExchange } from '../../../support/axiosExchange';
import { liveOdoo } from '../../../support/liveOdoo';
import { makePipelineUser } from '../../../support/scene/pipelineUser';
import { recordsOf } from '../../../support/scene/records';

jest.setTimeout(120_000);

const { user, admin, credential } = liveOdoo();
const odoo = recordsOf(axiosClient(admin));
const scene = creditScene();

interface Pipeline {
	readonly user: Awaited<ReturnType<typeof makePipelineUser>>['user'];
	readonly login: string;
}

const makeUser = async (): Promise<Pipeline> => {
	const [company] = await odoo.find('sale.order', [], ['company_id']);
	const [companyId] = z.tuple([z.number(), z.string()]).parse(company?.company_id);
	const made = await makePipelineUser(odoo, [companyId]);
	const { uid } = await axiosClient(made.user).session();
	const [row] = await odoo.find('res.users', [['id', '=', uid]], ['login']);
	return { user: made.user, login: String(row?.login) };
};

const clientOf = ({ user: address }: Pipeline, ...named: readonly Pipeline[]) =>
	axiosClient(address, { pipelineUsers: named.map(({ login }) => login) });

const decided = z.object({
	order: z.object({ id: z.number() }),
	credit: z.object({ decision: z.string(), reasons: z.array(z.object({ code: z.string() })) }),
});

/** Decides orders as that user, whose credential names the others. */
const check = async (
	orderIds: readonly number[],
	{ user: address }: Pipeline,
	...named: readonly Pipeline[]
) => {
	const { thrown, outputs } = await runOver(
		axiosExchange(address),
		{
			type: new OdooCreditCheck(),
			parameters: {
				setTags: false,
				rules: { rule: [{ code: 'limit_exceeded', reaction: 'hold', threshold: 0 }] },
			},
			items: orderIds.map((id) => ({ order: { id } })),
		},
		{
			...credential,
			url: user.url,
			apiKey: address.apiKey,
			pipelineUsers: named.map(({ login }) => login).join(),
		},
	);
	if (thrown) throw thrown;
	return outputs.flat().map(({ json }) => decided.parse(json).credit);
};

const orderOver = async (price: number, customer: number): Promise<number> =>
	await scene.order(customer, { item: await scene.product(), price });
const limited = async (): Promise<number> =>
	await scene.customer({ use_partner_credit_limit: true, credit_limit: 1_000 });

const notesOn = async (orderId: number) =>
	await odoo.find(
		'mail.message',
		[
			['model', '=', 'sale.order'],
			['res_id', '=', orderId],
			['message_id', '=like', '%@n8n-o2c%'],
		],
		['message_id', 'body'],
	);

describe('two users of the pipeline that name each other', () => {
	it('have one secret, and with it one key for an approval', async () => {
		const [one, other, stranger] = [await makeUser(), await makeUser(), await makeUser()];
		const secret = await readKeySecret(clientOf(one, other));
		expect(await readKeySecret(clientOf(other, one))).toBe(secret);
		expect(await readKeySecret(clientOf(one, other))).toBe(secret);
		expect(await readKeySecret(clientOf(stranger, one, other))).not.toBe(secret);

		const order = await orderOver(100, await limited());
		const note = {
			key: `approval_${order}`,
			model: 'sale.order',
			recordId: order,
			html: '<p>x</p>',
		};
		const guarded = { areGuarded: true };
		const first = await ensureNotes(clientOf(one, other), [note], guarded);
		const second = await ensureNotes(clientOf(other, one), [note], guarded);
		const third = await ensureNotes(clientOf(stranger), [note], guarded);
		expect(second).toEqual(first);
		expect(third.ids.get(note.key)).not.toBe(first.ids.get(note.key));
		const search = { model: 'sale.order', recordIds: [order], keyPrefix: 'approval_' };
		expect(await findNotes(clientOf(other, one), search)).toHaveLength(1);
		expect(await findNotes(clientOf(other), search)).toEqual([]);
	});

	it('share a secret that was drawn before they named each other, as soon as its maker ran', async () => {
		const [one, other] = [await makeUser(), await makeUser()];
		const secret = await readKeySecret(clientOf(one));
		await readKeySecret(clientOf(other, one));
		expect(await readKeySecret(clientOf(one, other))).toBe(secret);
		expect(await readKeySecret(clientOf(other, one))).toBe(secret);
	});

	it('see each other’s decisions: an approval counts, and a hold is noted once', async () => {
		const [one, other] = [await makeUser(), await makeUser()];
		const approved = await orderOver(100, await limited());
		const held = await orderOver(2_000, await limited());
		await check([approved, held], one, other);
		const before = [await notesOn(approved), await notesOn(held)];
		const [again, stopped] = await check([approved, held], other, one);
		expect(again).toMatchObject({ decision: 'approved', reasons: [{ code: 'approved_before' }] });
		expect(stopped?.decision).toBe('onHold');
		expect([await notesOn(approved), await notesOn(held)]).toEqual(before);
		expect(before.map((notes) => notes.length)).toEqual([1, 1]);
	});

	it('approve for one limit one after the other', async () => {
		const [one, other] = [await makeUser(), await makeUser()];
		await Promise.all([readKeySecret(clientOf(one, other)), readKeySecret(clientOf(other, one))]);
		for (let round = 0; round < 3; round += 1) {
			const customer = await limited();
			const [first, second] = [await orderOver(600, customer), await orderOver(600, customer)];
			const decisions = await Promise.all([
				check([first], one, other),
				check([second], other, one),
			]);
			expect(
				decisions
					.flat()
					.map(({ decision }) => decision)
					.sort(),
			).toEqual(['approved', 'onHold']);
		}
	});
});

it('what a user wrote whom the credential does not name counts for nothing, and the note says so', async () => {
	const [ours, stranger] = [await makeUser(), await makeUser()];
	const approved = await orderOver(100, await limited());
	const held = await orderOver(2_000, await limited());
	await check([approved, held], stranger);
	const [passed, stopped] = await check([approved, held], ours);
	expect(passed).toMatchObject({ decision: 'approved', reasons: [] });
	expect(stopped?.decision).toBe('onHold');
	const told = (await notesOn(held)).filter(({ message_id: id }) => /taken/.test(String(id)));
	expect(told).toHaveLength(1);
	expect(told[0]?.body).toContain(stranger.login);
	expect(told[0]?.body).toContain('Pipeline Users');
	const before = [await notesOn(approved), await notesOn(held)];
	await check([approved, held], ours);
	expect([await notesOn(approved), await notesOn(held)]).toEqual(before);
});
