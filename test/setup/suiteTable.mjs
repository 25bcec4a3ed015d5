// @ts-check
/** @typedef {{ name: string, budget?: number, passed: number, failed: number, minutes: number }} SuiteResult */

const head = ['Suite', 'Passed', 'Failed', 'Minutes', 'Budget'];

/**
 * What a person reads at the end of the tests. A suite over its budget is said, not failed.
 * @param {readonly SuiteResult[]} results
 */
export function toTable(results) {
	const rows = [head, ...results.map(toRow)];
	const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const lines = rows.map(([name, ...numbers]) => {
		const [first = 0, ...rest] = widths;
		const cells = numbers.map((text, index) => text.padStart(rest[index] ?? 0));
		return [name.padEnd(first), ...cells].join('  ').trimEnd();
	});
	return lines
		.map((line, index) => (isOver(results[index - 1]) ? `${line}  over its budget` : line))
		.join('\n');
}

/** The last line, for whoever reads no more. @param {readonly SuiteResult[]} results */
export function totalLine(results) {
	const sum = (/** @type {'passed' | 'failed'} */ what) =>
		results.reduce((total, result) => total + result[what], 0);
	return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/** @param {SuiteResult} result */
const toRow = ({ name, passed, failed, minutes, budget }) => [
	name,
	String(passed),
	String(failed),
	minutes.toFixed(1),
	budget === undefined ? '' : String(budget),
];

/** @param {SuiteResult | undefined} result */
const isOver = (result) => result?.budget !== undefined && result.minutes > result.budget;
