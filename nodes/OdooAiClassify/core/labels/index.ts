import { complaintDelivery } from './complaintDelivery';
import { complaintService } from './complaintService';
import type { DefaultLabel } from './defaultLabel';
import { deliveryInstruction } from './deliveryInstruction';
import { disputeDamaged } from './disputeDamaged';
import { disputeDuplicate } from './disputeDuplicate';
import { disputePricing } from './disputePricing';
import { disputeShortage } from './disputeShortage';
import { noAction } from './noAction';
import { orderCancellation } from './orderCancellation';
import { orderChange } from './orderChange';
import { promiseToPay } from './promiseToPay';
import { remittanceAdvice } from './remittanceAdvice';
import { returnRequest } from './returnRequest';

/** Texts about an order that a distributor's people sort by hand. Keywords in English, German, French and Spanish. */
export const DEFAULT_LABELS: readonly DefaultLabel[] = [
	disputePricing,
	disputeShortage,
	disputeDamaged,
	disputeDuplicate,
	returnRequest,
	complaintDelivery,
	complaintService,
	remittanceAdvice,
	promiseToPay,
	orderChange,
	orderCancellation,
	deliveryInstruction,
	noAction,
];
