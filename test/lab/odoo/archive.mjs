// @ts-check
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptUpdate, debianCodename } from '../debian.mjs';
import { run } from '../shell.mjs';

const log = 'odoo-source';

/**
 * Downloads packages of Debian without installing them, and without a change to the machine's own lists. Apt checks the archive's
 * signature and each package's hash.
 * @param {string} work an empty folder
 * @param {readonly string[]} packages "name/suite"
 * @returns {Promise<string[]>} the files
 */
export async function downloadPackages(work, packages) {
	const suites = [...new Set(packages.map((name) => name.split('/')[1]))];
	// An archive that is not refreshed any more keeps its signature; only its date is let pass.
	const options = 'signed-by=/usr/share/keyrings/debian-archive-keyring.gpg check-valid-until=no';
	const uri = await archive();
	const sources = join(work, 'sources.list');
	writeFileSync(sources, suites.map((suite) => `deb [${options}] ${uri} ${suite} main\n`).join(''));
	const settings = [
		`Dir::Etc::sourcelist=${sources}`,
		'Dir::Etc::sourceparts=/dev/null',
		`Dir::State::Lists=${work}/lists`,
		`Dir::Cache=${work}/cache`,
	].flatMap((setting) => ['-o', setting]);
	for (const folder of ['lists/partial', 'cache/archives/partial'])
		mkdirSync(join(work, folder), { recursive: true });
	const help = `Is the network up, and does this Debian archive carry ${suites.join(' and ')}?`;
	const apt = (/** @type {readonly string[]} */ args) =>
		run(['apt-get', ...settings, ...args], { log, cwd: work, help });
	await apt(['update']);
	await apt(['download', ...packages]);
	return readdirSync(work).filter((name) => name.endsWith('.deb'));
}

/** The Debian archive this machine already uses: no host is named here. */
async function archive() {
	const inUse = (await archives()) ?? (await aptUpdate().then(archives));
	if (inUse !== undefined) return inUse;
	throw new Error(
		'The apt sources of this machine name no Debian archive, so there is nowhere to fetch Odoo from.',
	);
}

async function archives() {
	const format = '$(ORIGIN) $(CODENAME) $(REPO_URI)';
	const lines = (await run(['apt-get', 'indextargets', '--format', format], { log })).split('\n');
	const wanted = `Debian ${debianCodename()} `;
	return lines.find((line) => line.startsWith(wanted))?.slice(wanted.length);
}
