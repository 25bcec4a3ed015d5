import { saleOrder } from '../../../nodes/shared/odoo/records/saleOrder';
import { axiosClient } from '../../support/axiosExchange';
import { liveOdoo } from '../../support/liveOdoo';
import { livePages, openPages, type OdooPages } from './odooPages';

// Scripts and styles are built at the first request.
jest.setTimeout(120_000);

/** What Debian's Odoo lacks: fonts its release does not carry, and files that were left out of the package. */
const knownMissing = [
	/\/google\/Montserrat\//,
	/\/img\/layout\/play-button/,
	/selfie_segmentation/,
];

const { url, database, adminPassword, isLooked } = livePages();

const found = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map(([, path = '']) => path);
const ofThisServer = (paths: readonly string[]): string[] => [
	...new Set(
		paths.filter((path) => /^\/(?!\/)/.test(path)).map((path) => path.split('#')[0] ?? ''),
	),
];

/** Scripts, styles, fonts and images that a page asks for by itself. */
const linksOf = (html: string): string[] =>
	ofThisServer([
		...found(html, /<script[^>]* (?:data-)?src="([^"]+)"/g),
		...found(html, /<link[^>]* href="([^"]+)"/g),
	]);
const filesOf = (style: string): string[] =>
	ofThisServer(found(style, /url\(["']?(?!data:)([^"')]+)/g));

/** What is missing behind a page, two links deep: its styles name fonts, and its scripts say what could not be built in. */
const missingBehind = async (pages: OdooPages, path: string): Promise<string[]> => {
	const { status, body } = await pages.read(path);
	if (status !== 200) return [`HTTP ${status}: ${path}`];
	const missing: string[] = [];
	for (const link of linksOf(body)) {
		const asset = await pages.read(link);
		if (asset.status !== 200) missing.push(link);
		missing.push(...found(asset.body, /Could not get content for ([^'\s]+)/g));
		if (!link.endsWith('.css')) continue;
		const files = filesOf(asset.body);
		const answers = await Promise.all(files.map(async (file) => await pages.read(file)));
		missing.push(...files.filter((_, index) => answers[index]?.status !== 200));
	}
	return missing.filter((name) => !knownMissing.some((known) => known.test(name)));
};

const itsPages = () => {
	it('shows the log-in page, with every script, style and font', async () => {
		const pages = openPages(url, database);
		expect(await missingBehind(pages, `/web/login?db=${database}`)).toEqual([]);
	});

	it('shows an order, on the screen and printed, with every script, style and font', async () => {
		const pages = openPages(url, database);
		await pages.logIn('admin', adminPassword ?? '');
		const [order] = await axiosClient(liveOdoo().admin).search(saleOrder, ['name'], []);
		expect(await missingBehind(pages, `/odoo/sales/${order?.id}`)).toEqual([]);
		expect(await missingBehind(pages, `/report/html/sale.report_saleorder/${order?.id}`)).toEqual(
			[],
		);
		const print = await pages.read(`/report/html/sale.report_saleorder/${order?.id}`);
		expect(print.body).toContain(order?.name);
	});
};

if (isLooked) describe('Odoo of the lab in a browser', itsPages);
else
	it('an Odoo from outside has a log-in page; what it lacks is not ours to unpack', async () => {
		const { status } = await openPages(url, database).read(`/web/login?db=${database}`);
		expect(status).toBe(200);
	});
