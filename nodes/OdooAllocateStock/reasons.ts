import type { CaseCode } from '../shared/cases/core/taxonomy';

/**
 * The case that each reason of a line or of the whole order stands for. `noStock` is not here: the allocation's status
 * says whether it left the order partial or empty.
 */
export const REASON_CASES: { readonly [code: string]: CaseCode } = {
	othersFirst: 'STOCK_LOST_TO_PRIORITY',
	otherWarehouse: 'STOCK_OTHER_WAREHOUSE',
	customerCap: 'STOCK_LOST_TO_PRIORITY',
	givesUp: 'STOCK_LOST_TO_PRIORITY',
	keepsWhatItHas: 'STOCK_LOST_TO_PRIORITY',
	lot: 'STOCK_POLICY',
	minimumFill: 'STOCK_POLICY',
	minimumValue: 'STOCK_POLICY',
	shipComplete: 'STOCK_POLICY',
	splitLimit: 'STOCK_POLICY',
	takenMeanwhile: 'STOCK_RESERVATION',
	waitsForOtherDocument: 'STOCK_RESERVATION',
	nothingToDeliver: 'STOCK_DATA',
	notConfirmed: 'INTAKE_STATE',
	cancelled: 'INTAKE_STATE',
};
