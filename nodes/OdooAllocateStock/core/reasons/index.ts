import { cancelled } from './cancelled';
import { customerCap } from './customerCap';
import { givesUp } from './givesUp';
import { keepsWhatItHas } from './keepsWhatItHas';
import { lot } from './lot';
import { minimumFill } from './minimumFill';
import { minimumValue } from './minimumValue';
import { noStock } from './noStock';
import { notConfirmed } from './notConfirmed';
import { nothingToDeliver } from './nothingToDeliver';
import { otherWarehouse } from './otherWarehouse';
import { othersFirst } from './othersFirst';
import type { Reason } from './reason';
import { shipComplete } from './shipComplete';
import { splitLimit } from './splitLimit';
import { takenMeanwhile } from './takenMeanwhile';
import { waitsForOtherDocument } from './waitsForOtherDocument';

/** Of a line that is short. */
export const LINE_REASONS = {
	customerCap,
	givesUp,
	keepsWhatItHas,
	lot,
	minimumFill,
	minimumValue,
	noStock,
	otherWarehouse,
	othersFirst,
	shipComplete,
	splitLimit,
	takenMeanwhile,
	waitsForOtherDocument,
} as const satisfies { readonly [code: string]: Reason };

/** Of an order as a whole, where it is not the stock. */
const ORDER_REASONS = {
	cancelled,
	notConfirmed,
	nothingToDeliver,
} as const satisfies { readonly [code: string]: Reason };

export type LineReason = keyof typeof LINE_REASONS;
export type OrderReason = keyof typeof ORDER_REASONS;

export const REASONS: Readonly<Record<LineReason | OrderReason, Reason>> = {
	...LINE_REASONS,
	...ORDER_REASONS,
};
