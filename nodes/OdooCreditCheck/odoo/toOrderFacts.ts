import type { Named } from '../core/facts';
import { isReleaseUnproven, ownTagsOf } from '../core/hold';
import {
	TAG_KINDS,
	type EarlierDecision,
	type OrderFacts,
	type Release,
	type TagKind,
} from '../core/order';
import type { CreditSettings } from '../core/settings';
import { isLonger, type PaymentTerm } from '../../shared/ledger/core/approvalFacts';
import { accountKey } from '../../shared/ledger/core/debtor';
import type { OrderWithDebtor } from './findDebtor';
import type { OrderRow } from './readOrders';

const toNamed = (name: OrderRow['user_id']): Named | null =>
	name === null ? null : { id: name.id, name: name.display_name };

export const STATES: { readonly [state: string]: OrderFacts['state'] } = {
	draft: 'quotation',
	sent: 'quotation',
	sale: 'confirmed',
	done: 'confirmed',
};

/** The tags of ours that it carries. */
export const tagsCarried = (
	{ tag_ids: carried }: OrderRow,
	tags: CreditSettings['tags'],
): TagKind[] => TAG_KINDS.filter((kind) => carried.some(({ name }) => name === tags[kind]));

/** Whether a tag that the earlier decision wanted may never have come, as Odoo tells times in whole seconds. */
const isUntouched = (row: OrderRow, earlier: EarlierDecision | null): boolean =>
	earlier !== null && row.write_date <= earlier.storedAt;

interface Known {
	readonly earlier: EarlierDecision | null;
	readonly settings: CreditSettings;
	readonly releases: readonly Release[];
	/** By payment term. */
	readonly termDays: ReadonlyMap<number, number>;
}

export const toOrderFacts = (
	{ row, account, partners }: OrderWithDebtor,
	{ earlier, settings: { tags, effects }, releases, termDays }: Known,
): OrderFacts => {
	const carried = tagsCarried(row, tags);
	const holdFacts = { tags: carried, earlier, isUntouched: isUntouched(row, earlier), effects };
	const ownTags = ownTagsOf(holdFacts);
	const termOf = (id: number | undefined): PaymentTerm =>
		id === undefined ? NO_TERM : { id, days: termDays.get(id) ?? null };
	const buyer = partners.get(row.partner_id?.id ?? 0);
	const own = termOf(account.property_payment_term_id?.id);
	const ofBuyer = termOf(buyer?.property_payment_term_id?.id);
	return {
		id: row.id,
		reference: row.name,
		state: STATES[row.state] ?? 'cancelled',
		accountKey: accountKey(account.id, row.company_id?.id ?? 0),
		debtorId: account.id,
		companyId: row.company_id?.id ?? 0,
		total: row.amount_total,
		currency: row.currency_id?.display_name ?? '',
		paymentTerm: toNamed(row.payment_term_id),
		term: termOf(row.payment_term_id?.id),
		usualTerm: isLonger(own, ofBuyer) ? ofBuyer : own,
		pricelistId: row.pricelist_id?.id ?? null,
		teamId: row.team_id?.id ?? null,
		salesperson: toNamed(row.user_id),
		requester: toNamed(row.create_uid),
		tags: carried,
		ownTags,
		heldByHand: carried.includes('hold') && !ownTags.includes('hold'),
		earlier,
		decidedAnew: false,
		releaseUnproven: isReleaseUnproven(holdFacts, releases),
		releases,
	};
};

const NO_TERM: PaymentTerm = { id: 0, days: 0 };
