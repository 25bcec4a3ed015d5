import {
	choiceSetting,
	choicesSetting,
	daySetting,
	flagSetting,
	numberSetting,
	textsSetting,
} from '../../shared/n8n/settings/kinds';
import { whenAdded } from '../../shared/n8n/settings/setting';
import { timeLimitSetting } from '../../shared/n8n/settings/timeLimit';
import { creditLimitExceeded } from '../core/rules/creditLimitExceeded';
import { creditNoteNotAllowed } from '../core/rules/creditNoteNotAllowed';
import { customerDataMissing } from '../core/rules/customerDataMissing';
import { downPayment } from '../core/rules/downPayment';
import { fiscalPositionMissing } from '../core/rules/fiscalPositionMissing';
import { openDispute } from '../core/rules/openDispute';
import { openHold } from '../core/rules/openHold';
import { openReturn } from '../core/rules/openReturn';
import { overDelivered } from '../core/rules/overDelivered';
import { periodClosed } from '../core/rules/periodClosed';
import { priceDiffersFromOrder } from '../core/rules/priceDiffersFromOrder';
import { priceDiffersFromPriceList } from '../core/rules/priceDiffersFromPriceList';
import { proofOfDeliveryMissing } from '../core/rules/proofOfDeliveryMissing';
import { sendingRefused } from '../core/rules/sendingRefused';
import { taxMissing } from '../core/rules/taxMissing';
import { fieldNameSetting } from './fieldName';

const { acceptedProof, carrierStatusField, deliveredStatuses, proofDocuments, provenAfterDays } =
	proofOfDeliveryMissing.options;

/** Options that hold for all items of a run. */
export const runOptions = [
	choicesSetting(acceptedProof),
	fieldNameSetting(carrierStatusField),
	textsSetting(deliveredStatuses),
	textsSetting(proofDocuments),
	numberSetting(provenAfterDays),
	flagSetting(creditNoteNotAllowed.options.allowCreditNotes),
	choiceSetting(downPayment.options.downPayments),
	flagSetting(priceDiffersFromPriceList.options.checkPriceList),
	whenAdded(numberSetting(priceDiffersFromOrder.options.priceToleranceAmount)),
	whenAdded(numberSetting(priceDiffersFromOrder.options.priceTolerancePercent)),
	whenAdded(numberSetting(overDelivered.options.quantityToleranceAmount)),
	whenAdded(numberSetting(overDelivered.options.quantityTolerancePercent)),
	whenAdded(numberSetting(overDelivered.options.quantityToleranceUnits)),
	choiceSetting(periodClosed.options.afterCutOff),
	daySetting(periodClosed.options.cutOffDate),
	textsSetting(openDispute.options.disputeTags),
	choiceSetting(openHold.options.creditHold),
	textsSetting(openHold.options.holdTags),
	flagSetting(openReturn.options.ignoreOpenReturns),
	flagSetting(creditLimitExceeded.options.recheckCredit),
	flagSetting(taxMissing.options.requireTax),
	choiceSetting(fiscalPositionMissing.options.fiscalPosition),
	choicesSetting(customerDataMissing.options.customerFields),
	flagSetting(sendingRefused.options.send),
	flagSetting({
		displayName: 'Consolidate Invoices',
		name: 'consolidate',
		type: 'boolean',
		default: false,
		description:
			'Whether orders of one customer share an invoice; addresses, currency, company and payment terms have to be the same',
	}),
	flagSetting({
		displayName: 'Consolidate Different Payment Terms',
		name: 'consolidateTerms',
		type: 'boolean',
		default: false,
		description:
			'Whether orders with different payment terms share an invoice too; it gets the terms of one of them',
	}),
	choiceSetting({
		displayName: 'Invoice Date',
		name: 'invoiceDate',
		type: 'options',
		options: [
			{ name: 'Last Day of the Month', value: 'endOfMonth' },
			{ name: 'Last Delivery', value: 'lastDelivery' },
			{ name: 'Today', value: 'today' },
		],
		default: 'today',
		description: 'Date of the invoices that are created',
	}),
	timeLimitSetting,
] as const;
