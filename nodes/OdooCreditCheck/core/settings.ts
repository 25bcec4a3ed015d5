import type { CreditRules } from './decideRun';
import type { ZeroMeanings } from './limit';

/** How a run of the credit check works; the policy itself is `rules`. */
export interface CreditSettings {
	readonly rules: CreditRules;
	readonly policyName: string;
	/** Undelivered goods that are promised for more days ahead do not count; null counts all of them. */
	readonly horizonDays: number | null;
	/** `YYYY-MM-DD` of the exchange rates; null is today. */
	readonly rateDate: string | null;
	readonly customerFields: CustomerFields;
	readonly zeros: ZeroMeanings;
	readonly group: GroupBy;
	readonly tags: { readonly hold: string; readonly approval: string };
	readonly effects: CreditEffects;
	readonly dryRun: boolean;
	/** By order who released it, when that is known from elsewhere than Odoo. */
	readonly releasedBy: ReadonlyMap<number, NamedRelease>;
	/** A short hexadecimal digest of a text. */
	readonly digest: (text: string) => string;
}

interface NamedRelease {
	/** Id or login of a user in Odoo, as it was given. */
	readonly who: string;
	/** That person said yes. */
	readonly isGranted: boolean;
	/** The key of the decision that the person was asked about; empty when it was not given. */
	readonly decisionKey: string;
}

export interface CustomerFields {
	/** Fields of `res.partner` that must not be empty, with what people call them. */
	readonly wanted: readonly { readonly field: string; readonly label: string }[];
	/** A selection or text field; null when no override depends on the risk class. */
	readonly riskClass: string | null;
	/** A number field. */
	readonly brokenPromises: string | null;
	/** A customer with one of these tags is on hold. */
	readonly holdTagIds: readonly number[];
}

export type GroupBy =
	| { readonly kind: 'none' }
	/** The company above the account, under its own credit limit. */
	| { readonly kind: 'parent' }
	/** All accounts with the tag, under a fixed limit. */
	| { readonly kind: 'tag'; readonly tagIds: readonly number[]; readonly limit: number };

export interface CreditEffects {
	readonly note: boolean;
	readonly tag: boolean;
	readonly confirm: boolean;
	readonly releaseReservations: boolean;
}
