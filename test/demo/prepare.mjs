// @ts-check
import { buildProject, installProject } from '../setup/project.mjs';

const oldestNode = 20;

/**
 * Installs and builds the package: right after a clone nothing is there.
 * @param {{ packs: boolean }} options whether the package goes into an n8n of ours
 */
export async function prepare({ packs }) {
	const major = Number.parseInt(process.versions.node, 10);
	if (major < oldestNode)
		throw new Error(`Node ${oldestNode} or newer is needed; this is ${process.version}.`);
	await installProject();
	if (packs) await buildProject();
}
