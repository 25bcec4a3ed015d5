import type { CaseCode } from '../../../shared/cases/core/taxonomy';
import { alreadyBilled } from './alreadyBilled';
import { belowMinimumValue } from './belowMinimumValue';
import { bookedOnAnotherDay } from './bookedOnAnotherDay';
import { companyDiffers } from './companyDiffers';
import { creditLimitExceeded } from './creditLimitExceeded';
import { creditNoteNotAllowed } from './creditNoteNotAllowed';
import { currencyDiffers } from './currencyDiffers';
import { customerDataMissing } from './customerDataMissing';
import { deliveryIncomplete } from './deliveryIncomplete';
import { downPayment } from './downPayment';
import { downPaymentNotDeducted } from './downPaymentNotDeducted';
import { downPaymentNotPosted } from './downPaymentNotPosted';
import { draftDiffers } from './draftDiffers';
import { draftNotPosted } from './draftNotPosted';
import { draftSharedWithHeldOrder } from './draftSharedWithHeldOrder';
import { fiscalPositionMissing } from './fiscalPositionMissing';
import { invoicedNotShipped } from './invoicedNotShipped';
import { milestone } from './milestone';
import { notConfirmed } from './notConfirmed';
import { notDelivered } from './notDelivered';
import { nothingToBill } from './nothingToBill';
import { openDispute } from './openDispute';
import { openHold } from './openHold';
import { openReturn } from './openReturn';
import { orderCancelled } from './orderCancelled';
import { overDelivered } from './overDelivered';
import { overInvoiced } from './overInvoiced';
import { periodClosed } from './periodClosed';
import { priceDiffersFromOrder } from './priceDiffersFromOrder';
import { priceDiffersFromPriceList } from './priceDiffersFromPriceList';
import { quantityMismatch } from './quantityMismatch';
import { refundedBefore } from './refundedBefore';
import { restNotInvoiced } from './restNotInvoiced';
import { sendingRefused } from './sendingRefused';
import { shippedNotInvoiced } from './shippedNotInvoiced';
import { taxMissing } from './taxMissing';

/** An order in these states is never invoiced. */
export const OF_STATE = [orderCancelled, notConfirmed] as const;

/** Why there is no work: the first one that applies. */
export const WITHOUT_WORK = [downPaymentNotPosted, nothingToBill] as const;

/** Every rule is asked, in this order, so that a person sees all that is wrong at once. */
export const GATE = [
	openHold,
	openDispute,
	openReturn,
	creditLimitExceeded,
	milestone,
	deliveryIncomplete,
	belowMinimumValue,
	overDelivered,
	creditNoteNotAllowed,
	draftDiffers,
	refundedBefore,
	downPayment,
	priceDiffersFromOrder,
	priceDiffersFromPriceList,
	taxMissing,
	fiscalPositionMissing,
	customerDataMissing,
	currencyDiffers,
	companyDiffers,
	periodClosed,
] as const;

/** Of what was shipped against what was invoiced: line by line, then of the order as a whole. */
export const OF_LINES = [shippedNotInvoiced, invoicedNotShipped, quantityMismatch] as const;
export const OF_ORDERS = [draftNotPosted, downPaymentNotDeducted, notDelivered] as const;

export const RULES = [
	...OF_STATE,
	alreadyBilled,
	...WITHOUT_WORK,
	...GATE,
	overInvoiced,
	restNotInvoiced,
	draftSharedWithHeldOrder,
	bookedOnAnotherDay,
	sendingRefused,
	...OF_LINES,
	...OF_ORDERS,
] as const;

export type ReasonCode = (typeof RULES)[number]['findings'][number]['code'];

/** The case that each reason stands for. */
export const REASON_CASES: { readonly [code: string]: CaseCode } = Object.fromEntries(
	RULES.flatMap(({ findings }) => findings.map((found) => [found.code, found.case])),
);
