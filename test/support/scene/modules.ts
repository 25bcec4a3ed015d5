import { idsOf, type Records } from './records';

/** Installs modules of Odoo that the lab's databases do not have. */
export const installModules = async (odoo: Records, names: readonly string[]): Promise<void> => {
	const missing = await odoo.find('ir.module.module', [
		['name', 'in', [...names]],
		['state', '!=', 'installed'],
	]);
	if (missing.length > 0)
		await odoo.call('ir.module.module', 'button_immediate_install', { ids: idsOf(missing) });
};
