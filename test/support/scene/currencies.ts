import type { Records } from './records';

/** Switches a currency on. */
export const useCurrency = async (odoo: Records, code: string): Promise<number> => {
	const [currency] = await odoo.find('res.currency', [['name', '=', code]]);
	const id = currency?.id ?? 0;
	await odoo.write('res.currency', [id], { active: true });
	return id;
};
