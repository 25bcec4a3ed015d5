import type { EarlierDecision, Named, OrderFacts, Release } from '../core/facts';
import { accountKey } from '../../shared/ledger/core/debtor';
import type { Session } from '../../shared/odoo/session';
import type { OrderWithDebtor } from './debtor';
import type { OrderRow } from './orders';
import type { CreditSettings } from '../core/settings';

type Name = OrderRow['user_id'];

const toNamed = (name: Name): Named | null =>
	name === null ? null : { id: name.id, name: name.display_name };

const STATES: { readonly [state: string]: OrderFacts['state'] } = {
	draft: 'quotation',
	sent: 'quotation',
	sale: 'confirmed',
	done: 'confirmed',
};

export const carriesTag = (row: OrderRow, name: string): boolean =>
	row.tag_ids.some((tag) => tag.name === name);

export const toOrderFacts = (
	{ row, account }: OrderWithDebtor,
	earlier: EarlierDecision | null,
	settings: CreditSettings,
	session: Session,
): OrderFacts => ({
	id: row.id,
	reference: row.name,
	state: STATES[row.state] ?? 'cancelled',
	accountKey: accountKey(account.id, row.company_id?.id ?? 0),
	total: row.amount_total,
	currency: row.currency_id?.display_name ?? '',
	paymentTerm: toNamed(row.payment_term_id),
	pricelistId: row.pricelist_id?.id ?? null,
	teamId: row.team_id?.id ?? null,
	salesperson: toNamed(row.user_id),
	requester: toNamed(row.create_uid),
	heldByHand: isHeldByHand(row, earlier, settings),
	earlier,
	decidedAnew: false,
	release: releaseOf(row, earlier, settings, session),
});

/** A hold of ours is recorded before the next check; without notes nothing tells our tag from a person's. */
const isHeldByHand = (
	row: OrderRow,
	earlier: EarlierDecision | null,
	{ effects, tags }: CreditSettings,
): boolean => {
	const byPolicy = earlier !== null && earlier.decision !== 'approved' && !earlier.byHand;
	return effects.note && carriesTag(row, tags.hold) && !byPolicy;
};

/**
 * Who let a held order go: the name given from outside, or whoever wrote the order last when the tag of our decision
 * is gone. This user's own writes say nothing. Taking off a tag that a person had put on releases from no policy.
 */
const releaseOf = (
	row: OrderRow,
	earlier: EarlierDecision | null,
	{ releasedBy, effects, tags }: CreditSettings,
	{ uid }: Session,
): Release | null => {
	if (earlier === null || earlier.decision === 'approved') return null;
	const name = releasedBy.get(row.id);
	if (name !== undefined) return { by: { id: 0, name }, isLastChange: false };
	const tagged = carriesTag(row, tags.hold) || carriesTag(row, tags.approval);
	if (
		tagged ||
		earlier.byHand ||
		!effects.tag ||
		row.write_uid === null ||
		row.write_uid.id === uid
	)
		return null;
	return { by: { id: row.write_uid.id, name: row.write_uid.display_name }, isLastChange: true };
};
