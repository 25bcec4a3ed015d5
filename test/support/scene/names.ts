let count = 0;

/** A name that nobody else uses, on a database that suites and workers share. */
export const uniqueName = (name: string): string =>
	`${name} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}-${(count += 1)}`;

/** As Odoo asks of a warehouse: five characters at most. */
export const uniqueCode = (): string => Math.random().toString(36).slice(2, 7).toUpperCase();
