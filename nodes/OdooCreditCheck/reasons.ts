import { REASONS } from './core/rules';
import type { CaseCode } from '../shared/cases/core/taxonomy';

/** The case that each reason stands for; one that never stops an order has none. */
export const REASON_CASES: { readonly [code: string]: CaseCode } = Object.fromEntries(
	REASONS.flatMap(({ code, standsFor }) => (standsFor === null ? [] : [[code, standsFor]])),
);
