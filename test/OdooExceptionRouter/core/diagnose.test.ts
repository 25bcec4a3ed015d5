import { REASON_CASES } from '../../../nodes/OdooExceptionRouter/reasonCases';
import { diagnose } from '../../../nodes/OdooExceptionRouter/core/diagnose';
import type { Refusal, Sign } from '../../../nodes/OdooExceptionRouter/core/sign';
import { DEFAULT_LABELS } from '../../../nodes/OdooAiClassify/core/labels';
import type { LineReason, OrderReason } from '../../../nodes/OdooAllocateStock/reasons';
import { RULES } from '../../../nodes/OdooCreditCheck/core/rules';
import type { EventCode } from '../../../nodes/OdooCreditCheck/core/rules/events';
import type { ReasonCode } from '../../../nodes/OdooReleaseInvoice/reasons';
import { bySeverity, isCaseCode, TAXONOMY } from '../../../nodes/shared/cases/core/taxonomy';
import type { OdooFailureKind } from '../../../nodes/shared/odoo/errors';

// Each list is closed by its type: a code that a node gains does not compile here until it is added.
const listOf = <Code extends string>(codes: Record<Code, true>): string[] => Object.keys(codes);

const RULE_CODES = RULES.map(({ code }) => code);

const CREDIT_EVENTS = listOf<EventCode>({
	order_cancelled: true,
	approved_before: true,
	approval_ended: true,
	released: true,
	release_not_allowed: true,
	release_outdated: true,
});
/** They only ever approve, so no refusal rests on them. */
const APPROVALS = ['approved_before', 'approval_ended', 'released'];

const ALLOCATION = listOf<LineReason | OrderReason>({
	customerCap: true,
	givesUp: true,
	keepsWhatItHas: true,
	lot: true,
	minimumFill: true,
	minimumValue: true,
	noStock: true,
	shipComplete: true,
	splitLimit: true,
	othersFirst: true,
	otherWarehouse: true,
	takenMeanwhile: true,
	waitsForOtherDocument: true,
	nothingToDeliver: true,
	notConfirmed: true,
	cancelled: true,
});

const INVOICE = listOf<ReasonCode>({
	alreadyBilled: true,
	belowMinimumValue: true,
	bookedOnAnotherDay: true,
	billedOverDelivered: true,
	companyDiffers: true,
	creditLimitExceeded: true,
	creditNoteNotAllowed: true,
	currencyDiffers: true,
	customerDataMissing: true,
	deliveryIncomplete: true,
	downPayment: true,
	downPaymentNotDeducted: true,
	downPaymentNotPosted: true,
	draftDiffers: true,
	draftNotPosted: true,
	draftSharedWithHeldOrder: true,
	fiscalPositionMissing: true,
	invoicedNotShipped: true,
	notConfirmed: true,
	notDelivered: true,
	notFullyShipped: true,
	nothingToBill: true,
	notShipped: true,
	openDispute: true,
	openHold: true,
	openReturn: true,
	orderCancelled: true,
	overDelivered: true,
	overInvoiced: true,
	periodClosed: true,
	priceDiffersFromOrder: true,
	priceDiffersFromPriceList: true,
	priceListUnknown: true,
	proofOfDeliveryMissing: true,
	quantityMismatch: true,
	refundedBefore: true,
	restNotInvoiced: true,
	sendingRefused: true,
	shippedNotInvoiced: true,
	taxMissing: true,
});

const FAILURES = listOf<OdooFailureKind | 'input' | 'unexpected'>({
	accessDenied: true,
	missingRecord: true,
	validation: true,
	conflict: true,
	unreachable: true,
	outcomeUnknown: true,
	outOfTime: true,
	misconfigured: true,
	rateLimited: true,
	tooLarge: true,
	server: true,
	input: true,
	unexpected: true,
});

const refusal = (source: Refusal['source'], decision: string, ...codes: string[]): Refusal => ({
	kind: 'refusal',
	source,
	decision,
	reasons: codes.map((code) => ({ code, text: code, figures: {} })),
});
const caseOf = (source: Refusal['source'], decision: string, ...codes: string[]) =>
	diagnosed(refusal(source, decision, ...codes)).code;

const diagnosed = (sign: Sign) => diagnose(sign, REASON_CASES);
describe('every reason of a node before has its case', () => {
	it.each([...RULE_CODES, ...CREDIT_EVENTS.filter((code) => !APPROVALS.includes(code))])(
		'credit: %s',
		(code) => {
			expect(caseOf('credit', 'onHold', code)).not.toMatch(/OTHER$/);
		},
	);
	it.each(ALLOCATION)('allocation: %s', (code) => {
		expect(caseOf('allocation', 'short', code)).not.toMatch(/OTHER$/);
	});
	it.each(INVOICE)('invoice: %s', (code) => {
		expect(caseOf('invoice', 'held', code)).not.toMatch(/^(INVOICE_)?OTHER$/);
	});
	it.each(DEFAULT_LABELS.map(({ name }) => name))('classification: %s', (label) => {
		const { code } = diagnosed({ kind: 'text', label, abstained: false, reasons: [] });
		expect(code === 'INTAKE_OTHER').toBe(label === 'no_action');
	});
	it.each(Object.entries(REASON_CASES))('and it is one of the taxonomy: %s', (_source, cases) => {
		expect(Object.values(cases).filter((code) => !isCaseCode(code))).toEqual([]);
	});
	it.each(FAILURES)('failure: %s', (failureClass) => {
		const { code } = diagnosed({
			kind: 'failure',
			class: failureClass,
			message: 'no',
			call: 'res.partner.write',
			advice: null,
			retryable: false,
		});
		expect(TAXONOMY[code].owner).toBe('integration');
		expect(code === 'INTEGRATION_OTHER').toBe(failureClass === 'unexpected');
	});
});

describe('the case of a refusal', () => {
	it.each([
		{ decision: 'onHold', expected: 'CREDIT_OVERDUE' },
		{ decision: 'needsApproval', expected: 'CREDIT_LIMIT' },
	])('is of the reason whose reaction decided: $decision', ({ decision, expected }) => {
		const reasons = [
			{ code: 'limit_exceeded', text: 'limit', figures: { reaction: 'ask' } },
			{ code: 'overdue_days', text: 'overdue', figures: { reaction: 'hold' } },
		];
		const diagnosis = diagnosed({ kind: 'refusal', source: 'credit', decision, reasons });
		expect(diagnosis).toMatchObject({ code: expected, reasons });
	});

	it.each([
		{
			when: 'a reason is unknown',
			source: 'credit',
			decision: 'onHold',
			codes: ['from_the_future'],
			code: 'CREDIT_OTHER',
		},
		{
			when: 'a name lies on the prototype',
			source: 'invoice',
			decision: 'held',
			codes: ['constructor', 'toString'],
			code: 'INVOICE_OTHER',
		},
		{
			when: 'no reason is given',
			source: 'invoice',
			decision: 'held',
			codes: [],
			code: 'INVOICE_OTHER',
		},
		{
			when: 'a known one stands beside an unknown one',
			source: 'credit',
			decision: 'onHold',
			codes: ['from_the_future', 'slow_payer'],
			code: 'CREDIT_RISK',
		},
		{
			when: 'one is more severe',
			source: 'credit',
			decision: 'onHold',
			codes: ['first_order', 'overdue_days', 'slow_payer'],
			code: 'CREDIT_OVERDUE',
		},
		{
			when: 'they are equally severe, the first decides',
			source: 'credit',
			decision: 'onHold',
			codes: ['overdue_days', 'limit_exceeded'],
			code: 'CREDIT_OVERDUE',
		},
		{
			when: 'the stock ran out for some',
			source: 'allocation',
			decision: 'partiallyAllocated',
			codes: ['noStock'],
			code: 'STOCK_PARTIAL',
		},
		{
			when: 'the stock ran out for all',
			source: 'allocation',
			decision: 'short',
			codes: ['noStock'],
			code: 'STOCK_SHORT',
		},
		{
			when: 'others came first and some got nothing',
			source: 'allocation',
			decision: 'short',
			codes: ['othersFirst', 'noStock'],
			code: 'STOCK_SHORT',
		},
		{
			when: 'others came first',
			source: 'allocation',
			decision: 'short',
			codes: ['othersFirst'],
			code: 'STOCK_LOST_TO_PRIORITY',
		},
	] as const)('$code when $when', ({ source, decision, codes, code }) => {
		expect(caseOf(source, decision, ...codes)).toBe(code);
	});

	it('is never milder than any of its reasons', () => {
		for (const [index, first] of RULE_CODES.entries())
			for (const second of RULE_CODES.slice(index)) {
				const both = caseOf('credit', 'onHold', first, second);
				const [one, two] = [caseOf('credit', 'onHold', first), caseOf('credit', 'onHold', second)];
				expect(bySeverity(bySeverity(both, one), two)).toBe(both);
			}
	});
});

describe('the case of a failure', () => {
	const refusedAt = (call: string | null) =>
		diagnosed({
			kind: 'failure',
			class: 'validation',
			message: 'no',
			call,
			advice: null,
			retryable: false,
		}).code;
	it.each([
		['account.move.action_post', 'INVOICE_REFUSED'],
		['sale.advance.payment.inv.create_invoices', 'INVOICE_REFUSED'],
		['stock.picking.action_assign', 'STOCK_REFUSED'],
		['sale.order.action_confirm', 'INTAKE_REFUSED'],
		['mail.activity.load', 'INTEGRATION_REFUSED'],
		[null, 'INTEGRATION_REFUSED'],
	])('refused at %s is %s', (call, code) => expect(refusedAt(call)).toBe(code));

	it("of another node is the integration's", () => {
		expect(
			diagnosed({
				kind: 'failure',
				class: '',
				message: 'boom',
				call: null,
				advice: null,
				retryable: false,
			}),
		).toEqual({
			code: 'INTEGRATION_OTHER',
			reasons: [{ code: 'failure', text: 'boom', figures: { retryable: false } }],
		});
	});
});

describe('whatever the workflow sends', () => {
	it.each([
		{
			when: 'it names a case',
			sign: { kind: 'named', code: 'SHIP_LATE', text: 'x' },
			code: 'SHIP_LATE',
		},
		{
			when: 'it names a case that does not exist',
			sign: { kind: 'named', code: 'NOPE', text: '' },
			code: 'OTHER',
		},
		{ when: 'it shows nothing', sign: { kind: 'nothing' }, code: 'OTHER' },
		{
			when: 'the classifier abstained',
			sign: { kind: 'text', label: 'dispute_pricing', abstained: true, reasons: [] },
			code: 'INTAKE_UNCLEAR_TEXT',
		},
		{
			when: 'the label is its own',
			sign: { kind: 'text', label: 'my_label', abstained: false, reasons: [] },
			code: 'INTAKE_OTHER',
		},
		{
			when: 'the label is known',
			sign: { kind: 'text', label: 'dispute_pricing', abstained: false, reasons: [] },
			code: 'DISPUTE_PRICING',
		},
	] as const)('is $code when $when, and has a reason', ({ sign, code }) => {
		const found = diagnosed(sign);
		expect(found.code).toBe(code);
		expect(found.reasons.length).toBeGreaterThan(0);
	});
});

describe('a word that lies on the prototype of every object', () => {
	const said = { text: 'x', figures: {} };
	it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
		'%s falls into the OTHER of its stage',
		(word) => {
			for (const reasons of [[], [{ code: word, ...said }], [{ code: 'noStock', ...said }]]) {
				const refused = (source: Refusal['source']): Refusal => ({
					kind: 'refusal',
					source,
					decision: word,
					reasons,
				});
				expect(diagnosed(refused('credit')).code).toBe('CREDIT_OTHER');
				expect(diagnosed(refused('allocation')).code).toBe('STOCK_OTHER');
				expect(diagnosed(refused('invoice')).code).toBe('INVOICE_OTHER');
			}
			const text = { kind: 'text', label: word, abstained: false, reasons: [] } as const;
			expect(diagnosed(text).code).toBe('INTAKE_OTHER');
			expect(diagnosed({ kind: 'named', code: word, text: '' }).code).toBe('OTHER');
			const failure = { message: 'no', call: word, advice: null, retryable: false };
			expect(diagnosed({ kind: 'failure', class: word, ...failure }).code).toBe(
				'INTEGRATION_OTHER',
			);
		},
	);
});
