import type { Json } from './OdooTransport';

/** A value as Python writes it: Odoo keeps the domains of its own records as Python text. */
export const pythonLiteral = (value: Json): string => {
	if (value === null) return 'None';
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string')
		return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
	if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
	return `{${Object.entries(value)
		.map(([key, item]) => `${pythonLiteral(key)}: ${pythonLiteral(item)}`)
		.join(', ')}}`;
};
