import { OdooError, type OdooFailureKind } from '../../../nodes/shared/odoo/errors';
import { settle } from '../../../nodes/OdooReleaseInvoice/odoo/settle';
import { fakeOdoo } from '../../support/fakeOdoo';
import { stillHost } from '../../support/hosts';

const failure = (kind: OdooFailureKind) =>
	new OdooError({ kind, call: 'account.move.action_post', reason: kind });

/** An Odoo that posts each of four drafts, as the test lets it. */
const effect = (plan: {
	/** Why the call with that number fails; undefined lets it pass. */
	readonly failsAt?: (call: number, ids: readonly number[]) => OdooFailureKind | undefined;
	/** Whether a call that fails has done its work all the same. */
	readonly didItAll?: boolean;
	/** What somebody else does meanwhile. */
	readonly others?: readonly number[];
	readonly silent?: boolean;
}) => {
	const done = new Set<number>();
	const acts: (readonly number[])[] = [];
	const act = async (ids: readonly number[]) => {
		acts.push(ids);
		for (const id of plan.others ?? []) done.add(id);
		const kind = plan.failsAt?.(acts.length, ids);
		if (!kind || plan.didItAll) for (const id of ids) done.add(id);
		if (kind) throw failure(kind);
	};
	const pending = async (ids: readonly number[]) => {
		if (plan.silent) throw failure('outcomeUnknown');
		return ids.filter((id) => !done.has(id));
	};
	return { done, acts, act, pending };
};

const IDS = [1, 2, 3, 4];
const NONE: number[] = [];
const refusing = (bad: readonly number[]) => (_call: number, ids: readonly number[]) =>
	ids.some((id) => bad.includes(id)) ? ('validation' as const) : undefined;

describe('an effect that is settled', () => {
	it.each([
		{ when: 'nothing goes wrong', plan: {}, acts: [IDS], failed: NONE },
		{
			when: 'the answer is lost and the work done',
			plan: {
				failsAt: (call: number) => (call === 1 ? ('outcomeUnknown' as const) : undefined),
				didItAll: true,
			},
			acts: [IDS],
			failed: NONE,
		},
		{
			when: 'the answer is lost and the work not done',
			plan: { failsAt: (call: number) => (call === 1 ? ('outcomeUnknown' as const) : undefined) },
			acts: [IDS, IDS],
			failed: NONE,
		},
		{
			when: 'Odoo refuses because others did two of them',
			plan: {
				others: [1, 3],
				failsAt: (call: number) => (call === 1 ? ('validation' as const) : undefined),
			},
			acts: [IDS, [2, 4]],
			failed: NONE,
		},
		{
			when: 'Odoo refuses one',
			plan: { failsAt: refusing([3]) },
			acts: [IDS, [1, 2], [3, 4], [3], [4]],
			failed: [3],
		},
		{
			when: 'Odoo refuses all',
			plan: { failsAt: refusing(IDS) },
			acts: [IDS, [1, 2], [1], [2], [3, 4], [3], [4]],
			failed: IDS,
		},
		{
			when: 'the conflict does not end, which the client has tried again already',
			plan: { failsAt: () => 'conflict' as const },
			acts: [IDS, IDS],
			failed: IDS,
		},
		{
			when: 'three at once are more than Odoo can do in its time',
			plan: {
				failsAt: (_call: number, ids: readonly number[]) =>
					ids.length > 2 ? ('outcomeUnknown' as const) : undefined,
			},
			acts: [IDS, IDS, [1, 2], [3, 4]],
			failed: NONE,
		},
		{
			when: 'Odoo cannot be asked what it did',
			plan: { failsAt: () => 'outcomeUnknown' as const, silent: true },
			acts: [IDS],
			failed: IDS,
		},
	])('when $when', async ({ plan, acts, failed }) => {
		const odoo = effect(plan);
		const refused = await settle(fakeOdoo({}).client({ host: stillHost() }), IDS, odoo);
		expect(odoo.acts).toEqual(acts);
		expect([...refused.keys()]).toEqual(failed);
		expect([...odoo.done].sort()).toEqual(IDS.filter((id) => !failed.includes(id)));
	});
});
