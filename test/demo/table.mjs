// @ts-check
/** @typedef {import('./outcomes.mjs').Outcome} Outcome */

const columns = /** @type {const} */ ([
	'Order',
	'Customer',
	'Total',
	'Outcome',
	'Invoice',
	'Why',
	'Owner',
]);

/** @param {readonly Outcome[]} outcomes */
export const isComplete = (outcomes) => outcomes.every(({ kind }) => kind !== 'None');

/** A table for the terminal, and how many of each. @param {readonly Outcome[]} outcomes */
export function toText(outcomes) {
	const rows = outcomes.map(toRow);
	const widths = columns.map((name, index) =>
		Math.max(name.length, ...rows.map((row) => row[index].length)),
	);
	const line = (/** @type {readonly string[]} */ cells) =>
		cells
			.map((cell, index) =>
				index === 2 ? cell.padStart(widths[index]) : cell.padEnd(widths[index]),
			)
			.join('  ')
			.trimEnd();
	return [
		line(columns),
		line(widths.map((width) => '-'.repeat(width))),
		...rows.map(line),
		'',
		...summary(outcomes),
	].join('\n');
}

/** @param {Outcome} outcome */
function toRow({ name, customer, total, kind, invoices, cases }) {
	return [
		name,
		customer,
		total.toFixed(2),
		kind,
		invoices.join(', '),
		[...new Set(cases.map(({ summary }) => reasonOf(summary)))].join('; '),
		[...new Set(cases.map(({ owner }) => owner))].join(', '),
	];
}

/** "P2 S00042: credit limit exceeded (Customer 17850)" repeats what other columns say. @param {string} summary */
const reasonOf = (summary) => summary.replace(/^.*?: /, '').replace(/ \([^()]*\)$/, '');

/** @param {readonly Outcome[]} outcomes */
function summary(outcomes) {
	const counts = new Map();
	for (const { kind } of outcomes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([kind, count]) => `${String(count).padStart(4)}  ${kind}`);
}
