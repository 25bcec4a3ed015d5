import { PRESETS } from '../../../../nodes/OdooCreditCheck/core/policy';
import { PRESET_LIST } from '../../../../nodes/OdooCreditCheck/core/presets';
import { REASONS, RULES } from '../../../../nodes/OdooCreditCheck/core/rules';
import type { Wording } from '../../../../nodes/OdooCreditCheck/core/rules/rule';
import { RULE_OPTIONS } from '../../../../nodes/OdooCreditCheck/properties/rules';
import { REASON_CASES } from '../../../../nodes/OdooCreditCheck/reasons';
import { isCaseCode } from '../../../../nodes/shared/cases/core/taxonomy';

const found: Wording = {
	actual: '45 days',
	threshold: '30 days',
	count: 2,
	detail: '2026-11-22',
};
const SENTENCE = /^[A-Z0-9].*[^.\s]\.$/;

interface Parts {
	readonly code: string;
	readonly label?: string;
	readonly description?: string;
	readonly unit?: unknown;
	readonly hasThreshold?: boolean;
	readonly presets?: { readonly [preset: string]: { readonly threshold: number } | undefined };
	readonly standsFor?: string | null;
	readonly sentence?: (found: Wording) => string;
}

/** What a rule lacks before people can choose it, read its reason and act on it. */
const lacksOf = (rule: Parts, options: readonly { readonly value: string }[]): string[] => [
	...(/^[a-z]+(_[a-z]+)*$/.test(rule.code) ? [] : ['code']),
	...(options.some(({ value }) => value === rule.code) ? [] : ['option']),
	...(rule.label && rule.description ? [] : ['label']),
	...(rule.hasThreshold && !rule.unit ? ['unit of the threshold'] : []),
	...PRESET_LIST.filter(({ name }) => rule.presets?.[name] === undefined).map(
		({ name }) => `default of ${name}`,
	),
	...(rule.hasThreshold || Object.values(rule.presets ?? {}).every((one) => one?.threshold === 0)
		? []
		: ['threshold that people can set']),
	...(rule.standsFor && isCaseCode(rule.standsFor) ? [] : ['case']),
	...(SENTENCE.test(rule.sentence?.(found) ?? '') ? [] : ['sentence']),
];

describe('a rule', () => {
	it.each(RULES.map((rule) => [rule.code, rule] as const))('is complete: %s', (_code, rule) => {
		expect(lacksOf(rule, RULE_OPTIONS)).toEqual([]);
	});

	it.each([
		{ lacks: 'option', of: {}, options: [] },
		{ lacks: 'label', of: { description: '' } },
		{ lacks: 'unit of the threshold', of: { unit: null } },
		{ lacks: 'default of strict', of: { presets: { ...RULES[6].presets, strict: undefined } } },
		{ lacks: 'threshold that people can set', of: { hasThreshold: false } },
		{ lacks: 'case', of: { standsFor: 'CREDIT_NOTHING' } },
		{ lacks: 'case', of: { standsFor: null } },
		{ lacks: 'sentence', of: { sentence: () => '' } },
	])('that lacks its $lacks is found', ({ lacks, of, options = RULE_OPTIONS }) => {
		expect(lacksOf({ ...RULES[6], ...of }, options)).toEqual([lacks]);
	});

	it('stands in every preset as it says itself', () => {
		for (const { name } of PRESET_LIST)
			expect(PRESETS[name].rules).toEqual(
				Object.fromEntries(RULES.map(({ code, presets }) => [code, presets[name]])),
			);
	});
});

describe('a reason', () => {
	it('has a code of its own', () => {
		expect(new Set(REASONS.map(({ code }) => code)).size).toBe(REASONS.length);
	});

	it.each(REASONS.map((reason) => [reason.code, reason] as const))(
		'is a sentence for people: %s',
		(_code, { sentence }) => expect(sentence(found)).toMatch(SENTENCE),
	);

	it('stands for a case unless it never stops an order', () => {
		const without = REASONS.filter(({ code }) => !isCaseCode(REASON_CASES[code] ?? ''));
		expect(without.map(({ code }) => code)).toEqual([
			'approved_before',
			'approval_ended',
			'released',
		]);
	});
});
