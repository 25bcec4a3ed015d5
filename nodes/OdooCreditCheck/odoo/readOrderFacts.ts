import { isLetGo } from '../core/hold';
import type { EarlierDecision, OrderFacts, Release } from '../core/order';
import type { CreditSettings } from '../core/settings';
import { readTermDays } from '../../shared/ledger/odoo/readTermDays';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import type { OrderWithDebtor } from './findDebtor';
import type { GivenRelease, NamedReleases } from './readNamedReleases';
import { readReleaseNotes } from './readReleaseNotes';
import { tagsCarried, toOrderFacts } from './toOrderFacts';

interface Known {
	readonly latest: ReadonlyMap<number, EarlierDecision>;
	readonly settings: CreditSettings & Pick<NamedReleases, 'releases'>;
}

/** One call for the payment terms, and one where our tag is gone from an order that was stopped. */
export const readOrderFacts = async (
	client: OdooClient,
	debtors: readonly OrderWithDebtor[],
	{ latest, settings }: Known,
): Promise<OrderFacts[]> => {
	const termDays = await readTermDays(client, debtors.flatMap(termsOf));
	const earlierOf = ({ row }: OrderWithDebtor) => latest.get(row.id) ?? null;
	const letGo = debtors.flatMap((debtor): [number, number][] => {
		const earlier = earlierOf(debtor);
		const tags = tagsCarried(debtor.row, settings.tags);
		const isCandidate = isLetGo({ tags, earlier, effects: settings.effects });
		return isCandidate && earlier !== null ? [[debtor.row.id, earlier.messageId]] : [];
	});
	const notes = await readReleaseNotes(client, new Map(letGo));
	return debtors.map((debtor) => {
		const earlier = earlierOf(debtor);
		const { id } = debtor.row;
		const releases = [
			...namedRelease(earlier, settings.releases.get(id), settings.digest),
			...(notes.get(id) ?? []),
		];
		return toOrderFacts(debtor, { earlier, settings, releases, termDays });
	});
};

const namedRelease = (
	earlier: EarlierDecision | null,
	given: GivenRelease | undefined,
	digest: CreditSettings['digest'],
): Release[] => {
	if (!given || earlier === null || earlier.decision === 'approved') return [];
	const { by, isByPipeline, decisionKey } = given;
	const isOutdated = decisionKey !== digest(earlier.reference);
	return [{ by, isByNote: false, isByPipeline, isOutdated }];
};

const termsOf = ({ row, account, partners }: OrderWithDebtor): number[] =>
	[
		row.payment_term_id,
		account.property_payment_term_id,
		partners.get(row.partner_id?.id ?? 0)?.property_payment_term_id,
	].flatMap((term) => term?.id ?? []);
