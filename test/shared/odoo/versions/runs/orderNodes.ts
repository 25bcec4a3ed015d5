import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { OdooAiClassify } from '../../../../../nodes/OdooAiClassify/OdooAiClassify.node';
import { OdooAllocateStock } from '../../../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { OdooCreditCheck } from '../../../../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import { OdooExceptionRouter } from '../../../../../nodes/OdooExceptionRouter/OdooExceptionRouter.node';
import { OdooReleaseInvoice } from '../../../../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { runNode } from '../../../../support/engine';
import { newCredentials, type Run } from './run';

const ONE = { __rl: true, mode: 'id', value: '1' };
const ORDERS = [1, 2, 3, 4, 5, 6];

const itemsRun =
	(type: () => INodeType) =>
	(title: string, parameters: INodeParameters = {}, more: IDataObject = {}): Run => ({
		title: `${type().description.displayName}: ${title}`,
		start: async () => {
			const { outputs, error } = await runNode({
				type: type(),
				parameters: {
					orderId: { __rl: true, mode: 'id', value: '={{ $json.order.id }}' },
					...parameters,
				},
				input: ORDERS.map((id) => ({ json: { order: { id }, ...more } })),
				credentials: newCredentials(),
				onError: 'continueErrorOutput',
			});
			return [
				...(error ? [error.message] : []),
				...outputs.flat().flatMap(({ json }) => (json.error ? [JSON.stringify(json.error)] : [])),
			];
		},
	});

const credit = itemsRun(() => new OdooCreditCheck());
const look = itemsRun(() => new OdooAllocateStock());
const allocate: typeof look = (...of) => ({ ...look(...of), takes: 17 });
const release = itemsRun(() => new OdooReleaseInvoice());
const router = itemsRun(() => new OdooExceptionRouter());
const classify = itemsRun(() => new OdooAiClassify());

const rules = (
	...of: readonly (readonly [code: string, reaction: string, threshold: number])[]
) => ({
	rule: of.map(([code, reaction, threshold]) => ({ code, reaction, threshold })),
});

const CREDIT = [
	credit('holds', { preset: 'strict', releaseReservations: true }),
	credit('by reference', { orderId: { __rl: true, mode: 'reference', value: 'S00001' } }),
	credit('approves and confirms', {
		preset: 'lenient',
		limitSource: 'none',
		confirmQuotations: true,
		rules: rules(
			['overdue_days', 'off', 0],
			['limit_exceeded', 'off', 0],
			['customer_on_hold', 'off', 0],
			['order_on_hold', 'off', 0],
			['overdue_amount', 'off', 0],
			['overdue_share', 'off', 0],
		),
	}),
	credit('every rule', {
		rules: rules(
			['broken_promises', 'hold', 1],
			['customer_on_hold', 'hold', 0],
			['dispute_open', 'hold', 0],
			['first_order', 'ask', 0],
			['group_limit_exceeded', 'ask', 0],
			['missing_data', 'ask', 0],
			['new_customer_cap', 'ask', 0],
			['slow_payer', 'ask', 1],
			['terms_changed', 'ask', 0],
		),
		approvalMatrix: { row: [{ level: 'manager', approvers: [2], bounds: {} }] },
		segments: {
			segment: [{ name: 'A', by: 'customerTag', customerTags: [1], changes: {}, rules: {} }],
		},
		options: { creditGroup: 'tag', groupTags: [1], holdTags: [1], brokenPromisesField: 'color' },
	}),
];

const ALLOCATE = [
	allocate('reserves'),
	look('only looks', {
		dryRun: true,
		scope: 'openDemand',
		options: {
			otherWarehouses: true,
			substitution: 'sameTemplate',
			customerCap: 50,
			updatesTransfers: true,
		},
	}),
	look('only looks, at optional products', {
		dryRun: true,
		criteria: { by: [{ criterion: 'customerTag' }, { criterion: 'margin' }] },
		options: { substitution: 'optional_product_ids' },
	}),
	allocate('all open demand, split', {
		scope: 'openDemand',
		remainder: 'split',
		options: { splitLimit: 5, updatesTransfers: true, rushTags: [2], customerCap: 50 },
	}),
	allocate('by hand', { remainder: 'manual' }),
	allocate('substitutes', {
		options: { substitution: 'optional_product_ids', replaces: true, step: 'smallestQuantity' },
	}),
	allocate('variants', { options: { substitution: 'sameTemplate', replaces: true } }),
	allocate('other warehouses', {
		policy: 'fairShare',
		options: {
			otherWarehouses: true,
			classes: { class: [{ strategy: 'win', tags: [1], weight: 2 }] },
		},
	}),
];

const RELEASE = [
	release('bills'),
	release('sends one', { orderId: ONE, milestone: 'onOrder', options: { send: true } }),
	release('bills on order and sends', {
		milestone: 'onOrder',
		options: {
			send: true,
			consolidate: true,
			holdTags: [],
			disputeTags: [],
			downPayments: 'deductFirst',
			reference: 'R',
			narration: 'N',
		},
	}),
	release('with every check', {
		milestone: 'proofOfDelivery',
		options: {
			acceptedProof: ['signature', 'attachment', 'carrierStatus', 'itemField'],
			carrierStatusField: 'carrier_tracking_ref',
			checkPriceList: true,
			recheckCredit: true,
			requireTax: true,
			customerFields: ['address', 'email', 'paymentTerm', 'vat'],
			fiscalPosition: 'always',
			invoiceDate: 'lastDelivery',
		},
		specialPolicies: { policies: [{ scope: 'customerTag', tag: 'Wholesale' }] },
	}),
	release('reconciles', { operation: 'reconcile' }),
];

const ROUTER = [
	router('opens cases', { source: 'named', caseCode: 'STOCK_SHORT', timeZone: 'UTC' }),
	router('asks by login', {
		source: 'named',
		caseCode: 'CREDIT_HOLD',
		timeZone: 'UTC',
		financeOwner: { __rl: true, mode: 'login', value: 'mitchell' },
		defaultOwner: { __rl: true, mode: 'id', value: '2' },
		notifyOwner: false,
	}),
];

const CLASSIFY = [
	classify(
		'a text of the item',
		{ textSource: 'item', method: 'rules', writeTag: true },
		{ text: 'Please cancel my order, it is damaged' },
	),
	classify('the note of the order', { textSource: 'orderNote', method: 'rules' }),
	classify('the message of the customer', { textSource: 'customerMessage', method: 'rules' }),
];

export const orderRuns = [...CREDIT, ...ALLOCATE, ...RELEASE, ...ROUTER, ...CLASSIFY];
