// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianCodename } from '../debian.mjs';
import { ensureLabDir } from '../paths.mjs';
import { withLock } from '../processes/lock.mjs';
import { step } from '../progress.mjs';
import { run } from '../shell.mjs';
import { downloadPackages } from './archive.mjs';

/** Scripts and fonts of Odoo's pages: the package only links to them, by relative links into its own usr/share. */
const pageParts = [
	'libjs-jquery',
	'libjs-jquery-form',
	'libjs-underscore',
	'fonts-font-awesome',
	'fonts-inconsolata',
	'fonts-ocr-b',
	'fonts-roboto-unhinted',
];

/**
 * Odoo 19 as Debian's unstable suite carries it. It is unpacked and not installed, because its release is not this machine's:
 * its Python needs are met by the machine's own packages.
 */
export async function ensureOdooSource() {
	// The linter's fixed settings leave out folders of this name only, and Odoo's own scripts are not ours to check.
	const folder = join(ensureLabDir(), 'odoo', 'node_modules', 'source');
	await withLock('odoo-source', async () => {
		if (!existsSync(folder)) await step('Fetching Odoo 19 from Debian', () => fetchOdoo(folder));
		if (!hasPageParts(folder))
			await step("Fetching the scripts and fonts of Odoo's pages", () => fetchPageParts(folder));
	});
	return folder;
}

/** Renamed into place when whole. @param {string} folder */
async function fetchOdoo(folder) {
	await inWorkFolder(folder, async (work) => {
		const files = await downloadPackages(work, ['odoo-19/sid', ...ownSuite(pageParts)]);
		const tree = join(work, 'tree');
		for (const file of files) await unpack(join(work, file), tree);
		writeFileSync(join(tree, 'version'), files.find((name) => name.startsWith('odoo-19')) ?? '');
		notePageParts(tree);
		renameSync(tree, folder);
	});
}

/** A lab made before they belonged to it gets them too. @param {string} folder */
async function fetchPageParts(folder) {
	await inWorkFolder(folder, async (work) => {
		for (const file of await downloadPackages(work, ownSuite(pageParts)))
			await unpack(join(work, file), folder);
		notePageParts(folder);
	});
}

/** The links fit this machine's release; in unstable the fonts lie elsewhere by now. @param {readonly string[]} names */
const ownSuite = (names) => names.map((name) => `${name}/${debianCodename()}`);

/** @param {string} folder */
const noteIn = (folder) => join(folder, 'page-parts');

/** @param {string} folder */
const notePageParts = (folder) => writeFileSync(noteIn(folder), pageParts.join('\n'));

/** @param {string} folder */
const hasPageParts = (folder) =>
	existsSync(noteIn(folder)) && readFileSync(noteIn(folder), 'utf8') === pageParts.join('\n');

/** @param {string} file @param {string} tree */
const unpack = (file, tree) =>
	run(['dpkg', '-x', file, tree], { log: 'odoo-source', help: 'Is the disk full?' });

/** @param {string} folder @param {(work: string) => Promise<void>} fetch */
async function inWorkFolder(folder, fetch) {
	const work = `${folder}.fetch`;
	// An interrupted fetch could not clear up.
	rmSync(work, { recursive: true, force: true });
	try {
		mkdirSync(work, { recursive: true });
		await fetch(work);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}
