import { RULE_CODES } from '../../../../nodes/OdooCreditCheck/core/policy';
import type { EventCode } from '../../../../nodes/OdooCreditCheck/core/decide';
import type { ReasonCode } from '../../../../nodes/OdooReleaseInvoice/core/reason';
import { diagnose } from '../../../../nodes/shared/cases/core/diagnose';
import { OWNER_ROLES } from '../../../../nodes/shared/cases/core/roles';
import type { Refusal } from '../../../../nodes/shared/cases/core/sign';
import {
	bySeverity,
	CASE_CODES,
	CATEGORIES,
	KINDS,
	SEVERITIES,
	STAGES,
	TAXONOMY,
} from '../../../../nodes/shared/cases/core/taxonomy';
import type { LineReason, OrderReason } from '../../../../nodes/OdooAllocateStock/odoo/result';
import type { OdooFailureKind } from '../../../../nodes/shared/odoo/errors';

// Each list is closed by its type: a code that a node gains does not compile here until it is added.
const listOf = <Code extends string>(codes: Record<Code, true>): string[] => Object.keys(codes);

const CREDIT_EVENTS = listOf<EventCode>({
	order_cancelled: true,
	approved_before: true,
	released: true,
	release_not_allowed: true,
});
/** They only ever approve, so no refusal rests on them. */
const APPROVALS = ['approved_before', 'released'];

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
	billedOverDelivered: true,
	companyDiffers: true,
	creditLimitExceeded: true,
	creditNoteNotAllowed: true,
	currencyDiffers: true,
	customerDataMissing: true,
	deliveryIncomplete: true,
	downPayment: true,
	downPaymentNotPosted: true,
	draftDiffers: true,
	draftNotPosted: true,
	draftSharedWithHeldOrder: true,
	fiscalPositionMissing: true,
	invoicedNotShipped: true,
	notConfirmed: true,
	notFullyShipped: true,
	nothingToBill: true,
	notShipped: true,
	openDispute: true,
	openHold: true,
	openReturn: true,
	orderCancelled: true,
	overDelivered: true,
	periodClosed: true,
	priceDiffersFromOrder: true,
	priceDiffersFromPriceList: true,
	priceListUnknown: true,
	proofOfDeliveryMissing: true,
	quantityMismatch: true,
	refundedBefore: true,
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
	diagnose(refusal(source, decision, ...codes)).code;

describe('the taxonomy', () => {
	it.each(CASE_CODES)('%s has an owner, a severity, a deadline and words for people', (code) => {
		const one = TAXONOMY[code];
		expect(OWNER_ROLES).toContain(one.owner);
		expect(STAGES).toContain(one.stage);
		expect(KINDS).toContain(one.kind);
		expect(CATEGORIES).toContain(one.category);
		expect(SEVERITIES).toContain(one.severity);
		expect(one.slaHours).toBeGreaterThan(0);
		expect(one.title).toMatch(/^\S.{5,}[^.]$/);
		expect(one.advice).toMatch(/^[A-Z].{10,}\.$/);
	});

	it('places a code in the stage it is named after', () => {
		for (const code of CASE_CODES)
			expect(code === 'OTHER' ? 'other' : code.split('_')[0]?.toLowerCase()).toBe(
				TAXONOMY[code].stage,
			);
	});

	it('has no two cases a person could not tell apart', () => {
		expect(new Set(CASE_CODES.map((code) => TAXONOMY[code].title)).size).toBe(
			CASE_CODES.length - 1,
		);
		expect(TAXONOMY.OTHER.title).toBe(TAXONOMY.INTAKE_OTHER.title);
	});

	it('ends every stage in an OTHER, so that nothing falls through', () => {
		for (const stage of STAGES)
			expect(CASE_CODES).toContain(stage === 'other' ? 'OTHER' : `${stage.toUpperCase()}_OTHER`);
	});

	it('uses every role', () => {
		expect(new Set(CASE_CODES.map((code) => TAXONOMY[code].owner))).toEqual(new Set(OWNER_ROLES));
	});
});

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
	it.each(FAILURES)('failure: %s', (failureClass) => {
		const { code } = diagnose({
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
		diagnose({
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
			diagnose({
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
		const found = diagnose(sign);
		expect(found.code).toBe(code);
		expect(found.reasons.length).toBeGreaterThan(0);
	});
});
