import type { INodeProperties } from 'n8n-workflow';
import ts from 'typescript';

import { RULES } from '../../../nodes/OdooReleaseInvoice/core/rules';
import { gateRule } from '../../../nodes/OdooReleaseInvoice/core/rules/rule';
import { finding } from '../../../nodes/OdooReleaseInvoice/core/reason';
import { properties } from '../../../nodes/OdooReleaseInvoice/properties';
import { REASON_CASES } from '../../../nodes/OdooReleaseInvoice/reasons';
import { isCaseCode } from '../../../nodes/shared/cases/core/taxonomy';

interface Declared {
	readonly findings: readonly {
		readonly code: string;
		readonly case: string;
		readonly sentence: (subject: never) => string;
	}[];
	readonly options: { readonly [name: string]: { readonly name: string } };
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
		...(/[`'"]\s*\S+\s.*[`'"]/s.test(String(sentence)) ? [] : [`a sentence of ${code}`]),
	]),
	...Object.entries(options).flatMap(([name, option]) => {
		const shown = inEditor.get(name);
		if (name !== option.name || !shown) return [`the option ${name} in the editor`];
		const same = (key: 'displayName' | 'description' | 'default') =>
			JSON.stringify(shown[key]) === JSON.stringify(Reflect.get(option, key));
		return [
			...(shown.default === undefined || !same('default') ? [`a default of ${name}`] : []),
			...(same('displayName') && same('description') ? [] : [`the words of ${name}`]),
			...(shown.description ? [] : [`a description of ${name}`]),
		];
	}),
];

const nameOf = ({ findings }: Declared) => findings.map(({ code }) => code).join(', ');

describe('a rule', () => {
	it.each(RULES.map((rule) => [nameOf(rule), rule] as const))('lacks nothing: %s', (_name, rule) =>
		expect(lacks(rule)).toEqual([]),
	);

	const whole = gateRule({
		findings: [finding({ code: 'x', case: 'INVOICE_HOLD', sentence: () => 'It is held' })],
		options: {},
		check: () => [],
	});
	const [found] = whole.findings;
	it.each([
		{ what: 'a code', rule: { ...whole, findings: [] } },
		{ what: 'a case of x', rule: { ...whole, findings: [{ ...found, case: 'NO_SUCH_CASE' }] } },
		{ what: 'a sentence of x', rule: { ...whole, findings: [{ ...found, sentence: () => '' }] } },
		{
			what: 'the option strict in the editor',
			rule: { ...whole, options: { strict: { name: 'strict', default: true } } },
		},
		{
			what: 'a default of requireTax',
			rule: {
				...whole,
				options: {
					requireTax: { ...inEditor.get('requireTax'), name: 'requireTax', default: true },
				},
			},
		},
	])('that lacks $what is noticed', ({ what, rule }) =>
		expect(lacks(rule as Declared)).toContain(what),
	);

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
			'companyDiffers',
			'creditLimitExceeded',
			'creditNoteNotAllowed',
			'currencyDiffers',
			'customerDataMissing',
			'deliveryIncomplete',
			'downPayment',
			'downPaymentNotPosted',
			'draftDiffers',
			'draftNotPosted',
			'draftSharedWithHeldOrder',
			'fiscalPositionMissing',
			'invoicedNotShipped',
			'notConfirmed',
			'notFullyShipped',
			'notShipped',
			'nothingToBill',
			'openDispute',
			'openHold',
			'openReturn',
			'orderCancelled',
			'overDelivered',
			'periodClosed',
			'priceDiffersFromOrder',
			'priceDiffersFromPriceList',
			'priceListUnknown',
			'proofOfDeliveryMissing',
			'quantityMismatch',
			'refundedBefore',
			'sendingRefused',
			'shippedNotInvoiced',
			'taxMissing',
		]);
	});
});
