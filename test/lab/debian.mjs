// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isRoot } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './shell.mjs';

const python = [
	'asn1crypto babel cbor2 chardet cryptography dateutil docutils freezegun geoip2 gevent greenlet idna jinja2 libsass lxml magic',
	'markupsafe num2words ofxparse openpyxl openssl passlib pil polib psutil psycopg2 pypdf qrcode reportlab requests rjsmin stdnum tz',
	'urllib3 vobject werkzeug xlrd xlsxwriter zeep',
].flatMap((line) => line.split(' '));

/** What Odoo needs of the machine: PostgreSQL, and Python libraries for the system's own Python. */
export const odooPackages = ['postgresql', 'python3', ...python.map((name) => `python3-${name}`)];

/** Installs the Debian packages that are missing; costs milliseconds when none is. */
export async function ensurePackages(names = odooPackages) {
	debianCodename();
	const present = installed(names);
	const missing = names.filter((name) => !present.has(name));
	if (missing.length === 0) return;
	const byHand = `By hand: apt-get update && apt-get install --no-install-recommends ${missing.join(' ')}`;
	await aptUpdate(byHand);
	await step(
		`Installing ${missing.length} Debian packages (${missing.slice(0, 3).join(', ')})`,
		() =>
			asAdministrator(['apt-get', 'install', '-y', '--no-install-recommends', ...missing], byHand),
	);
}

export function aptUpdate(help = 'By hand: apt-get update') {
	return step('Reading the package lists', () => asAdministrator(['apt-get', 'update'], help));
}

/** The name of this machine's Debian release, such as bookworm. */
export function debianCodename() {
	const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
	const codename = /^VERSION_CODENAME=(\S+)/m.exec(release)?.[1];
	if (/^ID=debian$/m.test(release) && codename !== undefined) return codename;
	const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(release)?.[1] ?? process.platform;
	throw new Error(
		`The lab needs Debian 12 or newer; this is ${name}. A Debian container or virtual machine will do.`,
	);
}

/** @param {readonly string[]} names */
function installed(names) {
	const { stdout, error } = spawnSync(
		'dpkg-query',
		['-W', '-f=${Package} ${db:Status-Status}\n', ...names],
		{ encoding: 'utf8' },
	);
	if (error)
		throw new Error(`dpkg-query did not run (${error.message}): is this a Debian machine?`);
	return new Set(
		stdout.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
	);
}

/** @param {readonly string[]} command @param {string} help */
function asAdministrator(command, help) {
	const sudo = isRoot() ? [] : ['sudo'];
	if (!isRoot() && spawnSync('sudo', ['-V']).error) {
		throw new Error(`This needs root, and sudo is not installed. ${help}`);
	}
	// Set through env, because sudo drops most of the environment.
	const quietly = ['env', 'DEBIAN_FRONTEND=noninteractive'];
	return run([...sudo, ...quietly, ...command], { log: 'apt', help });
}
