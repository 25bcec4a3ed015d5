import { unique } from '../../shared/core/collections';
import { dayText, numberText } from '../../shared/core/wording';
import { escapeHtml } from '../../shared/core/html';
import type { AllocatedLine, Allocation, AllocationRun } from '../core/allocation';
import { POLICIES } from '../core/policies';
import { REASONS, type LineReason } from '../core/reasons';
import { STATUS_TEXT } from '../core/statuses';

const DECIMALS = 6;

const cell = (text: string): string => `<td>${escapeHtml(text)}</td>`;
/** Odoo breaks words in the narrow chatter, figures too, unless told not to. */
const ON_ONE_LINE = 'style="white-space: nowrap"';
const figure = (text: string): string => `<td ${ON_ONE_LINE}>${escapeHtml(text)}</td>`;

const because = (reason: LineReason): string =>
	`<strong>${escapeHtml(REASONS[reason].label)}</strong>: ${escapeHtml(REASONS[reason].sentence)}.`;

const whyCell = ({ reason, expected }: AllocatedLine): string => {
	const day = expected ? `Expected ${dayText(expected.slice(0, 10))}.` : '';
	return `<td>${[reason ? because(reason) : '', day].filter(Boolean).join(' ')}</td>`;
};

interface Column {
	readonly title: string;
	readonly cellOf: (line: AllocatedLine) => string;
	/** It says something about these lines. */
	readonly isUsed: (lines: readonly AllocatedLine[]) => boolean;
}

const always = () => true;

const COLUMNS: readonly Column[] = [
	{ title: 'Product', cellOf: ({ product }) => cell(product.name), isUsed: always },
	{
		title: 'Asked',
		cellOf: ({ asked, unit }) => figure(`${numberText(asked, DECIMALS)} ${unit}`),
		isUsed: always,
	},
	{
		title: 'Allocated',
		cellOf: ({ allocated }) => figure(numberText(allocated, DECIMALS)),
		isUsed: always,
	},
	{ title: 'Short', cellOf: ({ short }) => figure(numberText(short, DECIMALS)), isUsed: always },
	{
		title: 'From',
		cellOf: ({ warehouse }) => cell(warehouse),
		isUsed: (lines) => warehousesOf(lines).length > 1,
	},
	{
		title: 'Reason',
		cellOf: whyCell,
		isUsed: (lines) => lines.some(({ reason, expected }) => reason !== null || expected !== null),
	},
];

const warehousesOf = (lines: readonly AllocatedLine[]): string[] =>
	unique(lines.map(({ warehouse }) => warehouse));

const toTable = (lines: readonly AllocatedLine[]): string => {
	if (lines.length === 0) return '';
	const columns = COLUMNS.filter(({ isUsed }) => isUsed(lines));
	const head = columns.map(({ title }) => `<th ${ON_ONE_LINE}>${title}</th>`).join('');
	const rows = lines.map(
		(line) => `<tr>${columns.map(({ cellOf }) => cellOf(line)).join('')}</tr>`,
	);
	return `<table class="table table-sm"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
};

const fromText = (lines: readonly AllocatedLine[]): string => {
	const [only, ...others] = warehousesOf(lines);
	return only === undefined || others.length > 0 ? '' : ` From ${only}.`;
};

const queueText = ({ place, orders, policy }: AllocationRun): string =>
	place === null
		? ''
		: ` Position ${numberText(place)} of ${numberText(orders)} (policy: ${POLICIES[policy].label}).`;

/** @param at UTC (ISO 8601) */
const minuteText = (at: string): string => `${dayText(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;

/** The decision as people read it in the order's chatter. */
export const noteHtml = ({ status, fillRate, reason, lines, run }: Allocation): string => {
	const share = `${numberText(fillRate * 100, 0)}% of the open value.`;
	const why = reason ? ` ${REASONS[reason].label}: ${REASONS[reason].sentence}.` : '';
	const facts = `${share}${why}${fromText(lines)}${queueText(run)} Stock read on ${minuteText(run.at)}.`;
	return `<p><strong>${STATUS_TEXT[status]}</strong>: ${escapeHtml(facts)}</p>${toTable(lines)}`;
};
