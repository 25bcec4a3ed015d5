import type { Named } from '../core/facts';
import type { CreditSettings } from '../core/settings';
import { OdooError } from '../../shared/odoo/errors';
import type { OdooClient } from '../../shared/odoo/OdooClient';
import { user } from '../../shared/odoo/records/party';

export interface GivenRelease {
	/** Who said yes. */
	readonly by: Named;
	readonly isByPipeline: boolean;
	/** Of the decision that this person was asked about. */
	readonly decisionKey: string;
}

export interface NamedReleases {
	/** By order. */
	readonly releases: ReadonlyMap<number, GivenRelease>;
	/** Orders whose release names nobody who could give it: nothing is decided about them. */
	readonly failed: ReadonlyMap<number, OdooError>;
}

const ID = /^[1-9]\d*$/;

/** Who releases is an active internal user, by id or login. One call, none without names. */
export const readNamedReleases = async (
	client: OdooClient,
	{ releasedBy }: CreditSettings,
): Promise<NamedReleases> => {
	const names = [...new Set([...releasedBy.values()].map(({ who }) => who))].filter(Boolean);
	const ids = names.filter((name) => ID.test(name)).map(Number);
	const users =
		names.length === 0
			? []
			: await client.search(
					user,
					['id', 'name', 'login'],
					[['share', '=', false], '|', ['id', 'in', ids], ['login', 'in', names]],
				);
	const pipeline = names.length === 0 ? [] : await client.pipelineUsers();
	const releases = new Map<number, GivenRelease>();
	const failed = new Map<number, OdooError>();
	for (const [orderId, { who, isGranted, decisionKey }] of releasedBy) {
		const by =
			users.find(({ login }) => login === who) ?? users.find(({ id }) => String(id) === who);
		if (!by) failed.set(orderId, nobody(who));
		else if (isGranted && decisionKey === '') failed.set(orderId, unknownDecision());
		else if (isGranted)
			releases.set(orderId, {
				by: { id: by.id, name: by.name },
				isByPipeline: pipeline.some(({ id }) => id === by.id),
				decisionKey,
			});
	}
	return { releases, failed };
};

const unusable = (reason: string, advice: string): OdooError =>
	new OdooError({ kind: 'validation', call: 'sale.order credit check', reason, advice });

const nobody = (who: string): OdooError =>
	unusable(
		who === ''
			? "'Release' is on and 'Released By' is empty"
			: `'Released By' is '${who}', which is no active internal user of Odoo`,
		'Give the ID or the login of the user in Odoo who released the order.',
	);

const unknownDecision = (): OdooError =>
	unusable(
		"'Release' is on and 'Released Decision' is empty",
		'Give credit.decisionKey of the item that this node answered with when it stopped the order: it says what was released.',
	);
