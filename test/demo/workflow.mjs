// @ts-check
import { readFileSync } from 'node:fs';

/** Names of the template's triggers. */
export const triggers = { confirmed: 'Order Confirmed', delivered: 'Delivery Done' };

const template = new URL('../../workflows/order-to-cash.json', import.meta.url);
const ourPackage = 'n8n-nodes-odoo-order-to-cash';

/**
 * The template as a person sets it up: credential and owners chosen, and here narrowed to the demonstration's customers, so that
 * no other order of the same Odoo is touched. Beginning with what exists makes a new import go over everything again.
 * @param {{ name: string, credential: { id: string, name: string }, customerTag: number, owners: Readonly<Record<string, string>> }} choices
 */
export function demoWorkflow({ name, credential, customerTag, owners }) {
	const { nodes, connections, settings } = JSON.parse(readFileSync(template, 'utf8'));
	/** @type {Readonly<Record<string, Record<string, unknown>>>} */
	const chosen = {
		odooOrderTrigger: {
			processExisting: true,
			existingDays: 3650,
			filters: { customerTagIds: [customerTag] },
		},
		odooExceptionRouter: Object.fromEntries(
			Object.entries(owners).map(([role, login]) => [`${role}Owner`, byLogin(login)]),
		),
	};
	return {
		name,
		connections,
		settings,
		nodes: nodes.map((/** @type {any} */ node) => {
			const [from, type] = node.type.split('.');
			if (from !== ourPackage) return node;
			return {
				...node,
				parameters: { ...node.parameters, ...chosen[type] },
				credentials: { odooOrderToCashApi: credential },
			};
		}),
	};
}

/** @param {string} login */
const byLogin = (login) => ({ __rl: true, mode: 'login', value: login });
