import { REASON_CASES as CLASSIFICATION } from '../OdooAiClassify/reasons';
import { REASON_CASES as ALLOCATION } from '../OdooAllocateStock/reasons';
import { REASON_CASES as CREDIT } from '../OdooCreditCheck/reasons';
import { REASON_CASES as INVOICE } from '../OdooReleaseInvoice/reasons';
import type { ReasonCases } from './core/reasonCodes';

/** Each deciding node says itself which case its reasons stand for. */
export const REASON_CASES: ReasonCases = {
	credit: CREDIT,
	allocation: ALLOCATION,
	invoice: INVOICE,
	classification: CLASSIFICATION,
};
