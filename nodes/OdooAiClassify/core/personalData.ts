export type PersonalData = 'NAME' | 'EMAIL' | 'IBAN' | 'CARD' | 'PHONE';

export interface Pattern {
	readonly kind: PersonalData;
	readonly pattern: RegExp;
	/** Whether what the pattern found is such data. */
	readonly holds: (found: string) => boolean;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** ISO 13616: the check digits make the number, letters as 10 to 35, 1 modulo 97. */
const isIban = (text: string): boolean => {
	const compact = text.replace(/[\s-]/g, '').toUpperCase();
	if (compact.length < 15 || compact.length > 34) return false;
	const rearranged = compact.slice(4) + compact.slice(0, 4);
	return (
		[...rearranged].reduce((rest, sign) => {
			const value = parseInt(sign, 36);
			return (rest * (value > 9 ? 100 : 10) + value) % 97;
		}, 0) === 1
	);
};

/** ISO 7812: every second digit from the right doubled, the sum divisible by ten. */
const isCard = (text: string): boolean => {
	const digits = digitsOf(text);
	if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/.test(digits)) return false;
	const sum = [...digits].reverse().reduce((total, sign, index) => {
		const value = Number(sign) * (index % 2 === 1 ? 2 : 1);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
};

/** Seven digits are a phone number only when they are written like one; invoice and order numbers are not. */
const isPhone = (text: string): boolean => {
	const digits = digitsOf(text);
	if (digits.length < 7 || digits.length > 15) return false;
	return /^\+|^00\d|^\(|^0\d/.test(text) || /\d[\s./-]\d{2,}[\s./-]\d{2,}/.test(text);
};

const isDate = (text: string): boolean => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(text);

const EMAIL: Pattern = {
	kind: 'EMAIL',
	pattern: /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
	holds: () => true,
};

const NUMBERS: readonly Pattern[] = [
	{
		kind: 'IBAN',
		pattern: /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{1,4}){3,9}(?![\p{L}\p{N}])/gu,
		holds: isIban,
	},
	{
		kind: 'CARD',
		pattern: /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,22}(?![\p{L}\p{N}])/gu,
		holds: isCard,
	},
	{
		kind: 'PHONE',
		pattern: /(?<![\p{L}\p{N}_])[+(]{0,2}\d(?:[ ()./-]{0,3}\d){6,14}(?![\p{L}\p{N}])/gu,
		holds: (found) => isPhone(found) && !isDate(found),
	},
];

/** Shorter ones are words of their own in too many texts. */
const SHORTEST_NAME = 3;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Known names as they may stand in a text; the longest first, because one may hold another. */
const namePatterns = (names: readonly string[]): Pattern[] =>
	[...names]
		.map((name) => name.trim())
		.filter(
			(name) =>
				name.length >= SHORTEST_NAME &&
				/\p{L}/u.test(name) &&
				!/^(?:NAME|EMAIL|IBAN|CARD|PHONE)(?!\p{L})/iu.test(name),
		)
		.sort((a, b) => b.length - a.length)
		.map((name) => ({
			kind: 'NAME',
			pattern: new RegExp(
				`(?<![\\p{L}\\p{N}])${escape(name).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}_])`,
				'giu',
			),
			holds: () => true,
		}));

/**
 * What to look for, in this order: an address may hold a name, an IBAN holds digits that look like a card, a card digits
 * that look like a phone number.
 */
export const patternsFor = (names: readonly string[]): readonly Pattern[] => [
	EMAIL,
	...namePatterns(names),
	...NUMBERS,
];
