import { scopeOf } from '../core/claims';
import type { Plan } from '../core/plan';
import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { confirmUnchanged } from './confirmUnchanged';
import type { FactsRead } from './readFacts';
import { readBack } from '../../shared/traces/odoo/readBack';
import { writeApprovals } from './writeApprovals';
import { confirmationEffect } from './writeConfirmations';
import { writeReleasedReservations } from './writeReservations';
import { writeStops } from './writeStops';
import { writeTags, type TagNames } from './writeTags';

export interface EffectsWritten {
	readonly failed: ReadonlyMap<number, OdooError>;
	/** Orders to decide again, because another run approved something for the same limit, or they were edited. */
	readonly again: ReadonlySet<number>;
}

/**
 * Decisions are recorded before anything follows from them: a tag without its note would read as a person's. That a tag
 * never came shows in that nobody has written the order since.
 */
export const writeEffects = async (
	client: OdooClient,
	plans: readonly Plan[],
	{ tagNames, ...read }: FactsRead & { readonly tagNames: TagNames },
): Promise<EffectsWritten> => {
	const failed = new Map<number, OdooError>();
	const fail = (failures: ReadonlyMap<number, OdooError>) =>
		failures.forEach((error, id) => failed.set(id, error));
	const noted = plans.filter(({ writesNote }) => writesNote);

	const approvals = await writeApprovals(client, noted.filter(isApproval), read);
	fail(approvals.failed);
	const isOvertaken = ({ decision }: Plan) => approvals.overtaken.has(scopeOf(decision.account));
	const again = new Set(plans.filter(isOvertaken).map(idOf));
	const standing = (some: readonly Plan[]) =>
		some.filter((plan) => !again.has(idOf(plan)) && !failed.has(idOf(plan)));

	const stops = standing(noted.filter((plan) => !isApproval(plan)));
	fail(await writeStops(client, stops, read));
	const tagged = await writeTags(client, standing(plans), tagNames);
	fail(tagged.failed);
	fail(await readBack(client, tagged.effects));
	const quotations = standing(plans).filter(({ confirms }) => confirms);
	const reserved = standing(plans).filter(({ releasesReservations }) => releasesReservations);
	const { failed: unconfirmed, changed } = await confirmUnchanged(client, quotations, tagNames);
	changed.forEach((id) => again.add(id));
	fail(await writeReleasedReservations(client, reserved.map(idOf)));
	// Somebody else may have confirmed meanwhile, and after a lost answer only Odoo knows.
	const confirmed = standing(quotations).map((plan) => confirmationEffect(idOf(plan)));
	const missing = await readBack(client, confirmed);
	fail(new Map([...missing].map(([id, error]) => [id, unconfirmed.get(id) ?? error])));
	return { failed, again };
};

const idOf = ({ decision }: Plan): number => decision.order.id;

const isApproval = ({ decision }: Plan): boolean => decision.decision === 'approved';
