import fc from 'fast-check';

import { keyPart } from '../../../../nodes/shared/traces/odoo/keyPart';

describe('a text in an identity key', () => {
	it.each([
		['Credit Hold', 'credit_hold'],
		['Credit Approval Needed', 'credit_approval_needed'],
		['Vip2', 'vip2'],
	])('%j keeps the key that version 0.1.0 gave it', (text, key) => expect(keyPart(text)).toBe(key));

	const alike = [
		'Стоп',
		'Проверка',
		'保留',
		'É',
		'Ö',
		'credit hold',
		'Credit-Hold',
		'Credit  Hold',
		'',
	];
	it('is its own, whatever its alphabet', () => {
		expect(new Set([...alike, 'Credit Hold'].map(keyPart)).size).toBe(alike.length + 1);
	});

	it('is different for different texts, and made of letters that a key may have', () => {
		const text = fc.oneof(
			fc.fullUnicodeString(),
			fc.stringOf(fc.constantFrom('a', 'A', ' ', '_', '-', 'é', '1')),
			fc.constantFrom(...alike),
		);
		fc.assert(
			fc.property(text, text, (a, b) => {
				expect(keyPart(a)).toMatch(/^[a-z0-9_]*$/);
				expect(keyPart(a) === keyPart(b)).toBe(a === b);
			}),
			{ numRuns: 2_000 },
		);
	});
});
