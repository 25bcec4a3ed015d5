import type { INodeProperties } from 'n8n-workflow';
import ts from 'typescript';

import { RULES } from '../../../nodes/OdooReleaseInvoice/core/rules';
import { taxMissing } from '../../../nodes/OdooReleaseInvoice/core/rules/taxMissing';
import { finding } from '../../../nodes/OdooReleaseInvoice/core/reason';
import { properties } from '../../../nodes/OdooReleaseInvoice/properties';
import { REASON_CASES } from '../../../nodes/OdooReleaseInvoice/reasons';
import { isCaseCode } from '../../../nodes/shared/cases/core/taxonomy';

interface Declared {
	readonly findings: readonly {
		readonly code: string;
		readonly case: string;
		readonly sentence?: (subject: never) => string;
	}[];
	readonly options: {
		readonly [name: string]: {
			readonly name: string;
			readonly default: unknown;
			readonly displayName?: string;
			readonly description?: string;
		};
	};
}

const inEditor = new Map(
	properties
		.flatMap((property) => [property, ...(property.options ?? [])])
		.filter((property): property is INodeProperties => 'type' in property)
		.map((property) => [property.name, property]),
);

/** What a person would miss of a rule. */
const lacks = ({ findings, options }: Declared): string[] => [
	...(findings.length === 0 ? ['a code'] : []),
	...findings.flatMap(({ code, case: stoodFor, sentence }) => [
		...(isCaseCode(stoodFor) ? [] : [`a case of ${code}`]),
		...(sentence instanceof Function ? [] : [`a sentence of ${code}`]),
	]),
	...Object.entries(options).flatMap(([name, option]) => {
		const shown = inEditor.get(name);
		if (name !== option.name || !shown) return [`the option ${name} in the editor`];
		const sameWords =
			shown.displayName === option.displayName && shown.description === option.description;
		return [
			...(JSON.stringify(shown.default) === JSON.stringify(option.default)
				? []
				: [`the default of ${name}`]),
			...(sameWords && option.description ? [] : [`the words of ${name}`]),
		];
	}),
];

const nameOf = ({ findings }: Declared) => findings.map(({ code }) => code).join(', ');

describe('a rule', () => {
	it.each(RULES.map((rule) => [nameOf(rule), rule] as const))('lacks nothing: %s', (_name, rule) =>
		expect(lacks(rule)).toEqual([]),
	);

	const tax = taxMissing.options.requireTax;
	const found = finding({ code: 'x', case: 'INVOICE_HOLD', sentence: () => 'It is held' });
	const whole: Declared = { findings: [found], options: {} };
	it.each<{ what: string; rule: Declared }>([
		{ what: 'a code', rule: { ...whole, findings: [] } },
		{ what: 'a case of x', rule: { ...whole, findings: [{ ...found, case: 'NO_SUCH_CASE' }] } },
		{ what: 'a sentence of x', rule: { ...whole, findings: [{ ...found, sentence: undefined }] } },
		{
			what: 'the option strict in the editor',
			rule: { ...whole, options: { strict: { name: 'strict', default: true } } },
		},
		{
			what: 'the default of requireTax',
			rule: { ...whole, options: { requireTax: { ...tax, default: true } } },
		},
		{
			what: 'the words of requireTax',
			rule: { ...whole, options: { requireTax: { ...tax, description: 'Another' } } },
		},
	])('that lacks $what is noticed', ({ what, rule }) => {
		expect(lacks(whole)).toEqual([]);
		expect(lacks(rule)).toEqual([what]);
	});

	it('is declared in a file that the index lists', () => {
		const folder = `${ts.sys.getCurrentDirectory()}/nodes/OdooReleaseInvoice/core/rules`;
		const steps = [
			'notShipped',
			'notFullyShipped',
			'billedOverDelivered',
			'proofOfDeliveryMissing',
		];
		const index = ts.sys.readFile(`${folder}/index.ts`) ?? '';
		const unlisted = ts.sys
			.readDirectory(folder, ['.ts'])
			.map((file) => file.replace(/^.*\/|\.ts$/g, ''))
			.filter((name) => !['index', 'option', 'rule', ...steps].includes(name))
			.filter((name) => !index.includes(`from './${name}'`));
		expect(unlisted).toEqual([]);
	});
});

describe('a code', () => {
	const findings = RULES.flatMap((rule: Declared) => rule.findings);

	it('stands for one case, whatever is said with it', () => {
		for (const { code, case: stoodFor } of findings) expect(REASON_CASES[code]).toBe(stoodFor);
	});

	it('keeps its name: workflows read it', () => {
		expect(Object.keys(REASON_CASES).sort()).toEqual([
			'alreadyBilled',
			'belowMinimumValue',
			'billedOverDelivered',
			'bookedOnAnotherDay',
			'companyDiffers',
			'creditLimitExceeded',
			'creditNoteNotAllowed',
			'currencyDiffers',
			'customerDataMissing',
			'deliveryIncomplete',
			'downPayment',
			'downPaymentNotDeducted',
			'downPaymentNotPosted',
			'draftDiffers',
			'draftNotPosted',
			'draftSharedWithHeldOrder',
			'fiscalPositionMissing',
			'invoicedNotShipped',
			'notConfirmed',
			'notDelivered',
			'notFullyShipped',
			'notShipped',
			'nothingToBill',
			'openDispute',
			'openHold',
			'openReturn',
			'orderCancelled',
			'overDelivered',
			'overInvoiced',
			'periodClosed',
			'priceDiffersFromOrder',
			'priceDiffersFromPriceList',
			'priceListUnknown',
			'proofOfDeliveryMissing',
			'quantityMismatch',
			'refundedBefore',
			'restNotInvoiced',
			'sendingRefused',
			'shippedNotInvoiced',
			'taxMissing',
		]);
	});
});
