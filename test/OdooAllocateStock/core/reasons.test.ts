import { REASONS } from '../../../nodes/OdooAllocateStock/core/reasons';
import { lot } from '../../../nodes/OdooAllocateStock/core/reasons/lot';
import type { Reason } from '../../../nodes/OdooAllocateStock/core/reasons/reason';
import { REASON_CASES } from '../../../nodes/OdooAllocateStock/reasons';
import { TAXONOMY } from '../../../nodes/shared/cases/core/taxonomy';
import { codesOfFiles } from '../codesOfFiles';

/** The status of the allocation says what case it is when the stock ran out. */
const BY_STATUS = ['noStock'];

/** What a reason lacks to be understood, and to become a case. */
const gapsOf = ({ code, label, sentence, case: stands }: Reason): string[] => [
	...(/^[A-Z]/.test(label) ? [] : ['label']),
	...(/^[a-z].{10,}[^.]$/.test(sentence) ? [] : ['sentence']),
	...((stands === null ? BY_STATUS.includes(code) : stands in TAXONOMY) ? [] : ['case']),
];

describe('a reason', () => {
	it.each(Object.entries(REASONS))('%s has its label, sentence and case', (code, reason) => {
		expect(reason.code).toBe(code);
		expect(gapsOf(reason)).toEqual([]);
		expect(REASON_CASES[code] ?? null).toBe(reason.case);
	});

	it('is in the index, whoever wrote its file', () => {
		expect(codesOfFiles('core/reasons', 'reason')).toEqual(Object.keys(REASONS).sort());
	});

	it('is told apart from every other', () => {
		for (const part of ['label', 'sentence'] as const) {
			const texts = Object.values(REASONS).map((reason) => reason[part]);
			expect(new Set(texts).size).toBe(texts.length);
		}
	});

	it.each<{ lacks: string; reason: Reason }>([
		{ lacks: 'label', reason: { ...lot, label: '' } },
		{ lacks: 'sentence', reason: { ...lot, sentence: '' } },
		{ lacks: 'case', reason: { ...lot, case: null } },
	])('without $lacks is found out', ({ lacks, reason }) => {
		expect(gapsOf(reason)).toEqual([lacks]);
	});
});
