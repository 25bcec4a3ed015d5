import { recordOf } from '../../shared/core/collections';
import type { Difference } from '../../shared/ledger/core/approvalFacts';
import { RULES } from './rules';

const LABELS: { readonly [code: string]: string } = recordOf(
	RULES,
	({ code }) => code,
	({ label }) => label,
);

const CHANGES = {
	company: 'the order belongs to another company now',
	currency: 'the order is in another currency now',
	debtor: 'another customer pays for the order now',
	state: 'the order was cancelled since, or Odoo shows changes that may have been a cancellation',
	terms: 'the payment terms are longer now',
	total: 'the order has grown by more than is allowed',
} as const;

/** Why an approval or a release does not hold, to follow a colon. */
export const whyEnded = (what: 'approval' | 'release', difference: Difference): string => {
	const named = (code: string) => `"${LABELS[code] ?? code}"`;
	const why = {
		policy: (code: string) => `the policy is stricter now on ${named(code)}`,
		reason: (code: string) => `a reason came that it does not cover, ${named(code)}`,
	};
	const text =
		difference.kind === 'policy' || difference.kind === 'reason'
			? why[difference.kind](difference.code)
			: CHANGES[difference.kind];
	return `the ${what} does not hold, because ${text}`;
};
