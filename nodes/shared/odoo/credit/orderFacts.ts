import type { EarlierDecision, Named, OrderFacts, Release } from '../../core/credit/facts';
import type { Session } from '../session';
import type { Debtor } from './debtor';
import { accountKey } from './openItems';
import type { OrderRow } from './orders';
import type { CreditSettings } from './settings';

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
	{ row, account }: Debtor,
	earlier: EarlierDecision | null,
	settings: CreditSettings,
	session: Session,
): OrderFacts => {
	const held = carriesTag(row, settings.tags.hold) || carriesTag(row, settings.tags.approval);
	const stopped = earlier !== null && earlier.decision !== 'approved';
	return {
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
		// Without notes nothing tells our own tag from somebody else's.
		heldByHand: settings.effects.note && carriesTag(row, settings.tags.hold) && !stopped,
		earlier,
		decidedAnew: false,
		release: stopped && !held ? releaseOf(row, settings, session) : null,
	};
};

/** The tag is gone that came with the decision. Who took it off is who wrote the order last, unless that was this user. */
const releaseOf = (
	row: OrderRow,
	{ releasedBy, effects }: CreditSettings,
	{ uid }: Session,
): Release | null => {
	if (releasedBy !== null) return { by: { id: 0, name: releasedBy } };
	if (!effects.tag || row.write_uid === null || row.write_uid.id === uid) return null;
	return { by: { id: row.write_uid.id, name: row.write_uid.display_name } };
};
