import fc from 'fast-check';

import { locate } from '../../../nodes/OdooAiClassify/core/evidence';
import { redact, restore } from '../../../nodes/OdooAiClassify/core/redact';

describe('personal data', () => {
	it.each([
		{
			what: 'an e-mail address',
			text: 'Mail me: anna.müller+x@shop.example.co.uk!',
			redacted: 'Mail me: [EMAIL_1]!',
		},
		{
			what: 'two addresses, one twice',
			text: 'a@b.de c@d.de a@b.de',
			redacted: '[EMAIL_1] [EMAIL_2] [EMAIL_1]',
		},
		{
			what: 'an IBAN with spaces',
			text: 'to DE89 3704 0044 0532 0130 00 please',
			redacted: 'to [IBAN_1] please',
		},
		{
			what: 'an IBAN before a short word',
			text: 'DE89 3704 0044 0532 0130 00 on 3 May',
			redacted: '[IBAN_1] on 3 May',
		},
		{ what: 'an IBAN without spaces', text: 'GB82WEST12345698765432.', redacted: '[IBAN_1].' },
		{ what: 'a Norwegian IBAN, the shortest', text: 'NO9386011117947', redacted: '[IBAN_1]' },
		{ what: 'a card', text: 'card 4111 1111 1111 1111 12/29', redacted: 'card [CARD_1] 12/29' },
		{ what: 'a card with dashes', text: '5500-0000-0000-0004', redacted: '[CARD_1]' },
		{ what: 'an American card', text: '378282246310005', redacted: '[CARD_1]' },
		{
			what: 'a phone number',
			text: 'call +49 (0) 171 1234567 now',
			redacted: 'call [PHONE_1] now',
		},
		{ what: 'a national phone number', text: 'Tel. 030-901820', redacted: 'Tel. [PHONE_1]' },
		{ what: 'an American phone number', text: '(555) 010-4477', redacted: '[PHONE_1]' },
		{
			what: 'a placeholder somebody typed',
			text: '[EMAIL_1] is a@b.de',
			redacted: '[EMAIL_1] is [EMAIL_2]',
		},
	])('$what is replaced', ({ text, redacted }) => {
		const found = redact(text);
		expect(found.text).toBe(redacted);
		expect(restore(found.text, found)).toBe(text);
	});

	it.each([
		{ what: 'an order and an invoice number', text: 'S00042, INV/2026/00017, PO 4500012345' },
		{ what: 'an amount', text: 'EUR 1.234,56 and 12,000.00' },
		{ what: 'a date', text: '2026-11-22, 22.11.2026, 11/22/2026' },
		{ what: 'an IBAN with a wrong check digit', text: 'DE88370400440532013000' },
		{ what: 'a long number that is no card', text: '4111111111111112' },
		{ what: 'an article number', text: 'ART-12345678' },
	])('$what is not', ({ text }) => expect(redact(text).text).toBe(text));
});

describe('known names', () => {
	it.each([
		{
			names: ['Azure Interior', 'Brandon Freeman'],
			text: 'Regards, brandon  freeman (AZURE INTERIOR)',
			redacted: 'Regards, [NAME_1] ([NAME_2])',
		},
		{
			names: ['Anna', 'Anna Maria Lopez'],
			text: 'Anna Maria Lopez, not Anna',
			redacted: '[NAME_1], not [NAME_2]',
		},
		{
			names: ['Müller & Söhne (Bau)'],
			text: 'für Müller & Söhne (Bau).',
			redacted: 'für [NAME_1].',
		},
		{ names: ['Anna'], text: 'Savannah, anna@shop.example', redacted: 'Savannah, [EMAIL_1]' },
		{
			names: ['Al', '', ' ', '42', 'EMAIL', 'Name_1'],
			text: 'Al has 42 EMAIL, a@b.de, Name_1',
			redacted: 'Al has 42 EMAIL, [EMAIL_1], Name_1',
		},
	])('$names in "$text"', ({ names, text, redacted }) => {
		const found = redact(text, names);
		expect(found.text).toBe(redacted);
		expect(restore(found.text, found)).toBe(text);
		expect(redact(found.text, names).text).toBe(redacted);
	});
});

const piece = fc.constantFrom(
	'a@b.de',
	'DE89 3704 0044 0532 0130 00',
	'4111 1111 1111 1111',
	'+49 171 1234567',
	'[EMAIL_1]',
	'[PHONE_2]',
	'12',
	' ',
	'-',
	'x',
	'.',
	'(',
	'@',
	'0',
	'\n',
);
const mixes = fc
	.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 14 })
	.map((pieces) => pieces.join(''));

describe('laws of redaction', () => {
	it('redacting again changes nothing', () => {
		fc.assert(
			fc.property(mixes, (text) => {
				const once = redact(text).text;
				expect(redact(once).text).toBe(once);
			}),
			{ numRuns: 2000 },
		);
	});

	it('what was replaced can be put back', () => {
		fc.assert(
			fc.property(mixes, (text) => {
				const redacted = redact(text);
				expect(restore(redacted.text, redacted)).toBe(text);
			}),
			{ numRuns: 1000 },
		);
	});

	it('evidence found in the redacted text stands in the text itself', () => {
		fc.assert(
			fc.property(mixes, fc.nat(), fc.nat(), (text, from, length) => {
				const redacted = redact(text);
				const start = from % (redacted.text.length + 1);
				const found = locate(redacted.text.slice(start, start + (length % 30)), text, redacted);
				if (found) expect(text.slice(found.start, found.end)).toBe(found.quote);
			}),
			{ numRuns: 1000 },
		);
	});
});
