import type { CaseCode } from '../shared/cases/core/taxonomy';
import { REASONS } from './core/reasons';

export type { LineReason, OrderReason } from './core/reasons';

/**
 * The case that each reason stands for. Not enough stock has none of its own: the status of the allocation says whether
 * it left the order partial or empty.
 */
export const REASON_CASES: { readonly [code: string]: CaseCode } = Object.fromEntries(
	Object.values(REASONS).flatMap(({ code, case: stands }) => (stands ? [[code, stands]] : [])),
);
