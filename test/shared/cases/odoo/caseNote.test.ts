import { decideCase } from '../../../../nodes/shared/cases/core/case';
import { caseNote } from '../../../../nodes/shared/cases/odoo/caseNote';

const order = {
	id: 7,
	reference: 'S00007',
	customer: 'Azure & Co',
	companyId: 1,
	total: 12000.5,
	currency: 'EUR',
	salespersonId: 2,
};
const note = (more: { slaHours?: number; reasons?: number; fallback?: string } = {}) => {
	const { slaHours = 4, reasons = 1, fallback = null } = more;
	const reason = {
		code: 'limit_exceeded',
		text: 'The limit allows 342.00 EUR',
		figures: { actual: 359.04, threshold: 342 },
	};
	const policy = {
		calendar: { timeZone: 'UTC', weekdays: [1], startsAt: 540, endsAt: 1020, holidays: [] },
		overrides: { CREDIT_LIMIT: { slaHours } },
		highValueFrom: 0,
	};
	return caseNote({
		decision: decideCase(
			{ code: 'CREDIT_LIMIT', reasons: Array.from({ length: reasons }, () => reason) },
			order,
			policy,
		),
		order,
		owner: { user: null, fallback },
		deadline: Date.parse('2026-11-23T13:12:34Z'),
		timeZone: 'Europe/Berlin',
	});
};

describe("a case's note", () => {
	it('says what happened, what to do, by when and for whom, without a code', () => {
		expect(note()).toBe(
			[
				'<p>S00007, Azure &amp; Co, 12,000.50 EUR: credit limit exceeded.</p>',
				'<ul><li>The limit allows 342.00 EUR</li></ul>',
				'<p><b>What to do:</b> Collect open invoices, raise the limit, or release this order.</p>',
				'<p>Due Nov 23, 2026, 14:12 (Europe/Berlin), within 4 working hours. Severity high, priority P2, for Finance.</p>',
			].join(''),
		);
	});

	it('counts in the singular and the plural', () => {
		expect(note({ slaHours: 1 })).toContain('within 1 working hour.');
		expect(note({ slaHours: 2 })).toContain('within 2 working hours.');
	});

	it('ends a long list, and tells why the owner is another one', () => {
		const long = note({ reasons: 23, fallback: 'Finance: nobody is set' });
		expect(long).toContain('<li>and 3 more</li></ul>');
		expect(long.match(/<li>/g)).toHaveLength(21);
		expect(long).toMatch(/<p>Finance: nobody is set\.<\/p>$/);
	});
});
