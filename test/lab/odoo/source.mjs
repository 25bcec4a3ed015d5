// @ts-check
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptUpdate, debianCodename } from '../debian.mjs';
import { ensureLabDir } from '../paths.mjs';
import { withLock } from '../processes/lock.mjs';
import { step } from '../progress.mjs';
import { run } from '../shell.mjs';

/**
 * Odoo 19 as Debian's unstable suite carries it. It is unpacked and not installed, because its release is not this machine's:
 * its Python needs are met by the machine's own packages.
 */
export async function ensureOdooSource() {
	// The linter's fixed settings leave out folders of this name only, and Odoo's own scripts are not ours to check.
	const folder = join(ensureLabDir(), 'odoo', 'node_modules', 'source');
	await withLock('odoo-source', async () => {
		if (!existsSync(folder)) await step('Fetching Odoo 19 from Debian', () => fetchInto(folder));
	});
	return folder;
}

/** @param {string} folder */
async function fetchInto(folder) {
	const work = `${folder}.fetch`;
	// An interrupted fetch could not clear up.
	rmSync(work, { recursive: true, force: true });
	try {
		mkdirSync(work, { recursive: true });
		await download(work);
		const deb = readdirSync(work).find((name) => name.endsWith('.deb')) ?? '';
		const tree = join(work, 'tree');
		await run(['dpkg', '-x', join(work, deb), tree], {
			log: 'odoo-source',
			help: 'Is the disk full?',
		});
		writeFileSync(join(tree, 'version'), deb);
		renameSync(tree, folder);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** Apt checks the archive's signature and the package's hash. @param {string} work */
async function download(work) {
	const sources = join(work, 'sources.list');
	// An archive that is not refreshed any more keeps its signature; only its date is let pass.
	const options = 'signed-by=/usr/share/keyrings/debian-archive-keyring.gpg check-valid-until=no';
	writeFileSync(sources, `deb [${options}] ${await archive()} sid main\n`);
	const settings = [
		`Dir::Etc::sourcelist=${sources}`,
		'Dir::Etc::sourceparts=/dev/null',
		`Dir::State::Lists=${work}/lists`,
		`Dir::Cache=${work}/cache`,
	].flatMap((setting) => ['-o', setting]);
	for (const folder of ['lists/partial', 'cache/archives/partial'])
		mkdirSync(join(work, folder), { recursive: true });
	const help = 'Is the network up, and does this Debian archive carry the suite "sid"?';
	await run(['apt-get', ...settings, 'update'], { log: 'odoo-source', cwd: work, help });
	await run(['apt-get', ...settings, 'download', 'odoo-19'], {
		log: 'odoo-source',
		cwd: work,
		help,
	});
}

/** The Debian archive this machine already uses: no host is named here. */
async function archive() {
	const inUse = (await archives()) ?? (await aptUpdate().then(archives));
	if (inUse !== undefined) return inUse;
	throw new Error(
		'The sources of apt on this machine name no Debian archive, so there is nowhere to fetch Odoo from.',
	);
}

async function archives() {
	const format = '$(ORIGIN) $(CODENAME) $(REPO_URI)';
	const lines = (
		await run(['apt-get', 'indextargets', '--format', format], { log: 'odoo-source' })
	).split('\n');
	const wanted = `Debian ${debianCodename()} `;
	return lines.find((line) => line.startsWith(wanted))?.slice(wanted.length);
}
