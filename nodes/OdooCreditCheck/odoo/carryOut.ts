import type { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { moveOrders, writeTags } from './effects';
import { toRecord, type Prepared } from './prepare';
import type { FactsRead } from './readFacts';
import { recordApprovals, recordStops, scopeOf } from './record';
import type { CreditSettings } from '../core/settings';

export interface CarriedOut {
	readonly failed: ReadonlyMap<number, OdooError>;
	/** Orders to decide again, because another run approved something for the same limit. */
	readonly again: ReadonlySet<number>;
}

/**
 * Approvals are recorded before anything follows from them. A hold gets its tag first: a note without the tag would
 * read as a hold that somebody released.
 */
export const carryOut = async (
	client: OdooClient,
	prepared: readonly Prepared[],
	read: FactsRead,
	settings: CreditSettings,
): Promise<CarriedOut> => {
	const failed = new Map<number, OdooError>();
	const fail = (failures: ReadonlyMap<number, OdooError>) =>
		failures.forEach((error, id) => failed.set(id, error));

	const approvals = await recordApprovals(
		client,
		prepared.filter((one) => isApproval(one) && one.planned.writesNote).map(toRecord),
		read,
	);
	fail(approvals.failed);
	const overtaken = ({ planned }: Prepared) =>
		approvals.overtaken.has(scopeOf(planned.decision.account));
	const again = new Set(prepared.filter(overtaken).map(idOf));
	const standing = () => prepared.filter((one) => !again.has(idOf(one)) && !failed.has(idOf(one)));
	const planned = () => standing().map((one) => one.planned);

	fail(await writeTags(client, planned(), settings));
	const stops = standing().filter((one) => !isApproval(one) && one.planned.writesNote);
	fail(await recordStops(client, stops.map(toRecord), read.facts.today));
	fail(await moveOrders(client, planned(), settings));
	return { failed, again };
};

const idOf = ({ planned }: Prepared): number => planned.decision.order.id;

export const isApproval = ({ planned }: Prepared): boolean =>
	planned.decision.decision === 'approved';
