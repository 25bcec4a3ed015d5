import {
	counted,
	dayText,
	listText,
	momentText,
	moneyText,
	numberText,
	percentText,
	wordsOf,
} from '../../../nodes/shared/core/wording';

describe('an amount', () => {
	it.each([
		[1280, 'EUR', 2, '1,280.00 EUR'],
		[1280, 'JPY', 0, '1,280 JPY'],
		[1.2345, 'KWD', 3, '1.235 KWD'],
		[-1280.5, 'EUR', 2, '-1,280.50 EUR'],
		[-0.001, 'EUR', 2, '0.00 EUR'],
		[-0, 'EUR', 2, '0.00 EUR'],
		[1.005, 'EUR', 2, '1.01 EUR'],
		[-1.005, 'EUR', 2, '-1.01 EUR'],
		[1e15, 'IDR', 2, '1,000,000,000,000,000.00 IDR'],
		[1e21, 'IDR', 0, '1,000,000,000,000,000,000,000 IDR'],
		[5, 'no such currency', 2, '5.00 no such currency'],
	])('of %d %s with %i decimals reads as %s', (value, currency, decimals, text) =>
		expect(moneyText(value, currency, decimals)).toBe(text),
	);

	it.each([
		[1280, 'EUR', '1,280.00 EUR'],
		[1280, 'JPY', '1,280 JPY'],
		[1.2345, 'KWD', '1.235 KWD'],
		[5, '', '5.00 '],
		[5, 'points', '5.00 points'],
	] as const)('has the decimals of its currency: %d %s', (value, currency, text) =>
		expect(moneyText(value, currency)).toBe(text),
	);
});

describe('a number', () => {
	it.each([
		[1280.5, '1,280.5'],
		[0.1 + 0.2, '0.3'],
		[1.0005, '1.001'],
		[-0.0001, '0'],
		[1_000_000, '1,000,000'],
	])('%d reads as %s', (value, text) => expect(numberText(value)).toBe(text));

	it('is told as a percentage', () => {
		expect(percentText(0.855)).toBe('86%');
		expect(percentText(1)).toBe('100%');
	});

	it('is counted with its plural', () => {
		expect(counted(0, 'invoice')).toBe('0 invoices');
		expect(counted(1, 'invoice')).toBe('1 invoice');
		expect(counted(1200, 'invoice')).toBe('1,200 invoices');
		expect(counted(2, 'delivery', 'deliveries')).toBe('2 deliveries');
	});
});

describe('a text', () => {
	it('names days and moments, wherever the machine stands', () => {
		expect(dayText('2026-11-25')).toBe('Nov 25, 2026');
		expect(dayText('9999-12-31')).toBe('Dec 31, 9999');
		expect(momentText(Date.UTC(2026, 10, 25, 23, 5), 'Europe/Berlin')).toBe(
			'Nov 26, 2026, 00:05 (Europe/Berlin)',
		);
	});

	it('joins a list', () => {
		expect(listText([])).toBe('');
		expect(listText(['A', 'B', 'C'])).toBe('A, B and C');
		expect(listText(['A', 'B'], 'or')).toBe('A or B');
	});

	it.each([
		['partiallyAllocated', 'partially allocated'],
		['limit_exceeded', 'limit exceeded'],
		['CREDIT_HOLD', 'credit hold'],
	])('says the code %s as %s', (code, words) => expect(wordsOf(code)).toBe(words));
});
