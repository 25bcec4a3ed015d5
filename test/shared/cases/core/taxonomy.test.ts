import { OWNER_ROLES } from '../../../../nodes/shared/cases/core/roles';
import { CASE_CODES, caseName, TAXONOMY } from '../../../../nodes/shared/cases/core/taxonomy';
import { STAGE_NAMES } from '../../../../nodes/shared/cases/core/taxonomy/caseType';

describe('the taxonomy', () => {
	it.each(CASE_CODES)('%s has a deadline and words for people', (code) => {
		const one = TAXONOMY[code];
		expect(one.slaHours).toBeGreaterThan(0);
		expect(one.title).toMatch(/^\S.{5,}[^.]$/);
		expect(one.advice).toMatch(/^[A-Z].{10,}\.$/);
		expect(caseName(code)).toBe(`${STAGE_NAMES[one.stage]}: ${one.title}`);
		expect(`${one.title} ${one.advice}`).not.toMatch(/\bbill|_|[a-z][A-Z]/);
	});

	it('places a code in the stage it is named after', () => {
		for (const code of CASE_CODES)
			expect(code === 'OTHER' ? 'other' : code.split('_')[0]?.toLowerCase()).toBe(
				TAXONOMY[code].stage,
			);
	});

	it('has no two cases a person could not tell apart', () => {
		expect(new Set(CASE_CODES.map((code) => TAXONOMY[code].title)).size).toBe(CASE_CODES.length);
	});

	it('ends every stage in an OTHER, so that nothing falls through', () => {
		for (const stage of Object.keys(STAGE_NAMES))
			expect(CASE_CODES).toContain(stage === 'other' ? 'OTHER' : `${stage.toUpperCase()}_OTHER`);
	});

	it('uses every role', () => {
		expect(new Set(CASE_CODES.map((code) => TAXONOMY[code].owner))).toEqual(new Set(OWNER_ROLES));
	});
});
