import { PRESETS } from '../../nodes/OdooCreditCheck/core/policy';
import type { CreditSettings } from '../../nodes/OdooCreditCheck/core/settings';

/** Settings as the node makes them from its defaults. */
export const creditSettings = (changes: Partial<CreditSettings> = {}): CreditSettings => ({
	rules: {
		policy: PRESETS.standard,
		segments: [],
		matrix: [],
		validity: { days: 7, growth: 10 },
		mayReleaseOwn: false,
	},
	policyName: 'Standard',
	horizonDays: null,
	rateDate: null,
	customerFields: { wanted: [], riskClass: 'trust', brokenPromises: null, holdTagIds: [] },
	zeros: { zeroIsNoCredit: false, ownZero: 'noCredit' },
	group: { kind: 'none' },
	tags: { hold: 'Credit Hold', approval: 'Credit Approval Needed' },
	effects: { note: true, tag: true, confirm: false, releaseReservations: false },
	dryRun: false,
	releasedBy: new Map(),
	digest: (text) =>
		[...text]
			.reduce((hash, character) => (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0, 7)
			.toString(16),
	...changes,
});
