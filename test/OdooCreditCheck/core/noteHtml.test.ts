import { toNoteHtml } from '../../../nodes/OdooCreditCheck/core/noteHtml';
import { account, decideOne, order } from './builders';

const basis = {
	policyName: 'Standard',
	policyHash: '0123456789ab',
	asOf: '2026-11-22T10:05:59.000Z',
	rateDate: '2026-11-20',
};
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/ +/g, ' ');

describe('the note about a decision', () => {
	const decision = decideOne({
		accounts: [account({ account: { id: 7, name: 'Rock & <b>Roll</b>' } })],
		orders: [order({ total: 1_280 })],
	});

	it('has reasons, figures and the policy in words', () => {
		const text = textOf(toNoteHtml({ ...decision, segments: ['Key accounts'] }, basis));
		expect(text).toContain('Needs Approval');
		expect(text).toContain('would owe 1,280.00 EUR; the credit limit allows 1,000.00 EUR.');
		expect(text).toContain('Credit limit 1,000.00 EUR (128% used) Available credit -280.00 EUR');
		expect(text).toContain(
			'Policy Standard, version 0123456789ab, with the override Key accounts. Figures as of Nov 22, 2026, 10:05 (UTC), exchange rates of Nov 20, 2026.',
		);
	});

	it('names several overrides', () => {
		expect(toNoteHtml({ ...decision, segments: ['A', 'B'] }, basis)).toContain(
			'with the overrides A and B.',
		);
	});

	it('shows what a customer is called as it is', () => {
		expect(toNoteHtml(decision, basis)).toContain('Rock &amp; &lt;b&gt;Roll&lt;/b&gt;');
	});
});
