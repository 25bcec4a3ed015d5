import type { CaseCode } from './taxonomy';

export type Figure = string | number | boolean;

/** One reason as it came: its code, the words for people, the figures behind it. */
export interface CaseReason {
	readonly code: string;
	readonly text: string;
	readonly figures: { readonly [name: string]: Figure };
}

/** Which case it is, and why. */
export interface Diagnosis {
	readonly code: CaseCode;
	/** Never empty. */
	readonly reasons: readonly CaseReason[];
}

/** Work without an order to do it on is a case of the integration, whatever else was wrong. */
export const withoutOrder = ({ code, reasons }: Diagnosis, why: string): Diagnosis => ({
	code: 'INTEGRATION_NO_ORDER',
	reasons: [{ code: 'NO_ORDER', text: why, figures: { case: code } }, ...reasons],
});
