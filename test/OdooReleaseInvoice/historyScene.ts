import { ids, many2one } from '../support/scene/records';
import { post } from '../support/scene/invoices';
import { codesOf, type releaseLive } from './invoicingRun';
import { invoicingScene } from './invoicingScene';

const untaxed = { taxes_id: [[6, 0, []]] };

/** What happens to orders over time: down payments, invoices by hand, credits, and what was billed in the end. */
export const historyScene = () => {
	const scene = invoicingScene();
	const invoiceIds = async (order: number) => (await scene.invoices([order])).map(({ id }) => id);
	const lastDraft = async (order: number): Promise<number> =>
		(await scene.invoices([order])).filter(({ state }) => state === 'draft').at(-1)?.id ?? 0;
	return {
		...scene,
		goods: async (values = {}) => await scene.product('delivery', { ...untaxed, ...values }),
		service: async (policy: 'order' | 'delivery', values = {}) =>
			await scene.product(policy, { ...untaxed, type: 'service', ...values }),
		lastDraft,
		/** Billed and posted before anything else. */
		payDown: async (order: number, values: object) => {
			await scene.draft([order], { ...values });
			await post(scene, await invoiceIds(order));
		},
		/** What is billable now, drafted by Odoo's wizard without deduction and posted. */
		bill: async (order: number) => {
			await scene.draft([order], { deduct_down_payments: false });
			await post(scene, [await lastDraft(order)]);
		},
		/** A draft credit note of an invoice by Odoo's own dialog. */
		reverse: async (invoiceId: number): Promise<number> => {
			const [invoice] = await scene.find('account.move', [['id', '=', invoiceId]], ['journal_id']);
			const context = { active_model: 'account.move', active_ids: [invoiceId] };
			const wizard = await scene.create(
				'account.move.reversal',
				[{ journal_id: many2one.parse(invoice?.journal_id), reason: 'agreed' }],
				context,
			);
			await scene.call('account.move.reversal', 'refund_moves', { ids: wizard, context });
			const notes = await scene.find('account.move', [['reversed_entry_id', '=', invoiceId]]);
			return notes.at(-1)?.id ?? 0;
		},
		/** The lines with a product of an invoice. */
		invoiceLines: async (invoiceId: number, fields: readonly string[] = ['product_id']) =>
			await scene.find(
				'account.move.line',
				[
					['move_id', '=', invoiceId],
					['display_type', '=', 'product'],
				],
				fields,
			),
		/** Each invoice as kind, state and total, the oldest first. */
		documents: async (order: number) =>
			(await scene.invoices([order])).map(({ move_type: type, state, amount_total: total }) => [
				type,
				state,
				total,
			]),
		/** Everything posted, credit notes taken off. */
		billed: async (order: number): Promise<number> =>
			(await scene.invoices([order]))
				.filter(({ state }) => state === 'posted')
				.reduce(
					(sum, { move_type: type, amount_total: total }) =>
						sum + (type === 'out_refund' ? -1 : 1) * Number(total),
					0,
				),
		post: async (invoices: readonly number[]) => await post(scene, invoices),
		idsIn: (value: unknown) => ids.parse(value),
	};
};

/** Where the orders of a run left, with their reasons. */
export const outcomeOf = (run: Awaited<ReturnType<typeof releaseLive>>) => ({
	released: run.released.length,
	held: run.held.map(codesOf),
	nothing: run.nothing.map(codesOf),
	failed: run.failed.map(({ error }) => error?.message),
	...(run.error ? { error: run.error.message } : {}),
});
