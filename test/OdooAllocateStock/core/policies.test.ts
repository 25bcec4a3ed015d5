import { CRITERIA } from '../../../nodes/OdooAllocateStock/core/criteria';
import { POLICIES } from '../../../nodes/OdooAllocateStock/core/policies';
import { firstCome } from '../../../nodes/OdooAllocateStock/core/policies/firstCome';
import { priority } from '../../../nodes/OdooAllocateStock/core/policies/priority';
import type { AllocationPolicy } from '../../../nodes/OdooAllocateStock/core/policies/policy';
import { STRATEGIES } from '../../../nodes/OdooAllocateStock/core/strategies';
import { OdooAllocateStock } from '../../../nodes/OdooAllocateStock/OdooAllocateStock.node';
import { codesOfFiles } from '../codesOfFiles';

const { properties, subtitle = '' } = new OdooAllocateStock().description;
const optionsOf = (name: string) =>
	properties.find((property) => property.name === name)?.options ?? [];
const isOffered = (name: string, value: string, label: string) =>
	optionsOf(name).some(
		(option) => 'value' in option && option.value === value && option.name === label,
	);

/** What an allocation policy lacks to be used and understood. */
const gapsOf = ({ code, label, description, sortedBy }: AllocationPolicy): string[] => [
	...(/^[A-Z]/.test(label) ? [] : ['label']),
	...(/^[A-Z].{10,}[^.]$/.test(description) ? [] : ['description']),
	...(isOffered('policy', code, label) ? [] : ['option']),
	...(subtitle.includes(`"${code}":"${label}"`) ? [] : ['subtitle']),
	...(sortedBy === null || (sortedBy.length > 0 && sortedBy.every((one) => one in CRITERIA))
		? []
		: ['order']),
];

describe('an allocation policy', () => {
	it.each(Object.entries<AllocationPolicy>(POLICIES))(
		'%s has its option, label, description and order',
		(code, policy) => {
			expect(policy.code).toBe(code);
			expect(gapsOf(policy)).toEqual([]);
		},
	);

	it('is in the index, whoever wrote its file', () => {
		expect(codesOfFiles('core/policies', 'policy')).toEqual(Object.keys(POLICIES).sort());
	});

	it('alone lets a person choose the order when it is by priority', () => {
		const free = Object.values<AllocationPolicy>(POLICIES).filter(({ sortedBy }) => !sortedBy);
		expect(free).toEqual([priority]);
	});

	it.each<{ lacks: string; policy: AllocationPolicy; gaps: readonly string[] }>([
		{ lacks: 'label', policy: { ...firstCome, label: '' }, gaps: ['label', 'option', 'subtitle'] },
		{ lacks: 'description', policy: { ...firstCome, description: '' }, gaps: ['description'] },
		{ lacks: 'order', policy: { ...firstCome, sortedBy: [] }, gaps: ['order'] },
		{ lacks: 'option', policy: { ...firstCome, code: 'newest' }, gaps: ['option', 'subtitle'] },
	])('without $lacks is found out', ({ policy, gaps }) => {
		expect(gapsOf(policy)).toEqual(gaps);
	});
});

describe.each([
	['strategy', STRATEGIES],
	['criterion', CRITERIA],
])('every %s', (_name, table) => {
	it('has the code that it is stored by, and words', () => {
		for (const [key, { code, label, description }] of Object.entries(table)) {
			expect(code).toBe(key);
			expect(label).toMatch(/^[A-Z]/);
			expect(description).toMatch(/^[A-Z].{10,}[^.]$/);
		}
	});

	it('stands where its label does in the alphabet, as n8n shows options', () => {
		const labels = Object.values(table).map(({ label }) => label);
		expect(labels).toEqual([...labels].sort());
	});
});

it('a strategy is offered by the name that the trade gives it', () => {
	for (const { code, label } of Object.values(STRATEGIES))
		expect(isOffered('strategy', code, label)).toBe(true);
	expect(isOffered('strategy', 'keep', 'Gain')).toBe(true);
	expect(isOffered('strategy', 'giveUp', 'Lose')).toBe(true);
});
