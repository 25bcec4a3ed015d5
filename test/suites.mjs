// @ts-check
/**
 * @typedef {object} Suite
 * @property {string} name what a person calls it
 * @property {readonly string[]} args for jest
 * @property {number} [budget] minutes on two cores, once Odoo and n8n are fetched
 */

/**
 * Everything, one after the other: an n8n and an Odoo under load would make the others slow, and tests that wait impatient.
 * @type {readonly Suite[]}
 */
export const suites = [
	{ name: 'unit', args: ['--selectProjects', 'unit', 'package', '--maxWorkers=2'], budget: 6 },
	{ name: 'live on Odoo 19', args: ['--selectProjects', 'live'], budget: 16 },
	{ name: 'faults on Odoo 19', args: ['--selectProjects', 'faults'], budget: 6 },
	{ name: 'histories on Odoo 19', args: ['--selectProjects', 'histories'], budget: 5 },
	// Mostly waits for n8n's next minute, and what would disturb another brings servers of its own: two files at once.
	{ name: 'end to end', args: ['--selectProjects', 'e2e', '--maxWorkers=2'], budget: 8 },
];
