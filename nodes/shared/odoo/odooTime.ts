/** Odoo's naive UTC time as ISO 8601. */
export const toIso = (dateTime: string | null): string | null =>
	dateTime ? `${dateTime.replace(' ', 'T')}Z` : null;

/** ISO 8601 as Odoo's naive UTC time, without a part of a second. */
export const toOdooTime = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ');
