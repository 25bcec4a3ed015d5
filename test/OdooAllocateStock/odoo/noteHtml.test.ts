import type { AllocatedLine, Allocation } from '../../../nodes/OdooAllocateStock/core/allocation';
import { POLICIES } from '../../../nodes/OdooAllocateStock/core/policies';
import { LINE_REASONS } from '../../../nodes/OdooAllocateStock/core/reasons';
import { noteHtml } from '../../../nodes/OdooAllocateStock/odoo/noteHtml';

const line: AllocatedLine = {
	lineId: 1,
	product: { id: 1, name: 'Bolts & nuts' },
	unit: 'Dozens',
	asked: 1_200.5,
	allocated: 1_000,
	short: 200.5,
	warehouse: 'Main',
	expected: '2026-12-01T10:00:00Z',
	reason: 'lot',
	waiting: null,
	elsewhere: [],
};
const allocation: Allocation = {
	status: 'partiallyAllocated',
	fillRate: 0.6667,
	value: 1,
	currency: 'EUR',
	reason: null,
	warnings: [],
	lines: [line],
	run: { at: '2026-11-22T12:05:00.123Z', policy: 'fairShare', dryRun: false, orders: 5, place: 3 },
};
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/ +/g, ' ');

describe('the note on an order', () => {
	it('tells the decision, the place in the queue and the time in words', () => {
		expect(wordsOf(noteHtml({ ...allocation, lines: [] }))).toBe(
			' Stock partially allocated : 67% of the open value. Position 3 of 5 (policy: Fair Share). Stock read on Nov 22, 2026, 12:05 UTC. ',
		);
	});

	it('tells of each line what is missing, when it comes and why', () => {
		expect(wordsOf(noteHtml(allocation))).toContain(
			' Bolts &amp; nuts 1,200.5 Dozens 1,000 200.5 Order Multiple : less than one order multiple is left. Expected Dec 1, 2026. ',
		);
	});

	it('names one warehouse once, several on their lines, and leaves out a column that says nothing', () => {
		const whole = { ...line, expected: null, reason: null };
		const one = wordsOf(noteHtml({ ...allocation, lines: [whole, whole] }));
		expect(one).toContain(' From Main. ');
		expect(one).toContain(' Product Asked Allocated Short Bolts');
		const both = wordsOf(
			noteHtml({ ...allocation, lines: [line, { ...whole, warehouse: 'East' }] }),
		);
		expect(both).not.toContain('From Main.');
		expect(both).toContain(' Product Asked Allocated Short From Reason Bolts');
		expect(both).toContain(' 200.5 East ');
	});

	it('keeps a figure on one line in the narrow chatter', () => {
		expect(noteHtml(allocation)).toContain('<td style="white-space: nowrap">1,200.5 Dozens</td>');
	});

	it('tells why an order is out of the question, and no place in a queue that it did not join', () => {
		const run = { ...allocation.run, place: null };
		const html = noteHtml({
			...allocation,
			status: 'short',
			reason: 'notConfirmed',
			lines: [],
			run,
		});
		expect(wordsOf(html)).toContain('Not Confirmed: the order is a quotation; confirm it first.');
		expect(html).not.toContain('Position');
	});

	it.each(Object.values(POLICIES).map(({ code }) => code))('shows nobody the code %s', (policy) => {
		expect(noteHtml({ ...allocation, run: { ...allocation.run, policy } })).not.toMatch(
			/[a-z][A-Z]/,
		);
	});

	it('shows nobody the code of a reason', () => {
		const lines = Object.values(LINE_REASONS).map(({ code: reason }) => ({ ...line, reason }));
		expect(noteHtml({ ...allocation, lines })).not.toMatch(/[a-z][A-Z]/);
	});
});
