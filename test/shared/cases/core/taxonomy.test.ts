import { OWNER_ROLES } from '../../../../nodes/shared/cases/core/roles';
import {
	CASE_CODES,
	CATEGORIES,
	KINDS,
	SEVERITIES,
	STAGES,
	TAXONOMY,
} from '../../../../nodes/shared/cases/core/taxonomy';

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
