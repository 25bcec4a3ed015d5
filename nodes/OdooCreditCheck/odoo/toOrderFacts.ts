import type { Named } from '../core/facts';
import { findRelease, isHeldByHand } from '../core/hold';
import { TAG_KINDS, type EarlierDecision, type OrderFacts } from '../core/order';
import type { CreditSettings } from '../core/settings';
import { accountKey } from '../../shared/ledger/core/debtor';
import type { OrderWithDebtor } from './findDebtor';
import type { OrderRow } from './readOrders';

const toNamed = (name: OrderRow['user_id']): Named | null =>
	name === null ? null : { id: name.id, name: name.display_name };

const STATES: { readonly [state: string]: OrderFacts['state'] } = {
	draft: 'quotation',
	sent: 'quotation',
	sale: 'confirmed',
	done: 'confirmed',
};

interface Known {
	readonly earlier: EarlierDecision | null;
	readonly settings: CreditSettings;
	/** This node's own user. */
	readonly uid: number;
}

export const toOrderFacts = (
	{ row, account }: OrderWithDebtor,
	{ earlier, settings: { tags, effects, releasedBy }, uid }: Known,
): OrderFacts => {
	const carried = TAG_KINDS.filter((kind) => row.tag_ids.some(({ name }) => name === tags[kind]));
	const holdFacts = { tags: carried, earlier, effects };
	const lastChangeBy = row.write_uid?.id === uid ? null : toNamed(row.write_uid);
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
		tags: carried,
		heldByHand: isHeldByHand(holdFacts),
		earlier,
		decidedAnew: false,
		release: findRelease(holdFacts, releasedBy.get(row.id), lastChangeBy),
	};
};
