/** Odoo's naive UTC time, `YYYY-MM-DD HH:MM:SS`. Two of them compare as text. */
export type OdooTime = string;

export const laterOf = (a: OdooTime, b: OdooTime): OdooTime => (a > b ? a : b);

/** Moved by so many seconds, back when negative. @throws RangeError for what is not a time */
export const shifted = (time: OdooTime, seconds: number): OdooTime =>
	new Date(Date.parse(`${time.replace(' ', 'T')}Z`) + seconds * 1000)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');
