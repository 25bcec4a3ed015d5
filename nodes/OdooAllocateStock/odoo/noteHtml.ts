import { dayText, numberText } from '../../shared/core/wording';
import { escapeHtml } from '../../shared/core/html';
import type { AllocatedLine, Allocation, AllocationRun } from '../core/allocation';
import { POLICIES } from '../core/policies';
import { REASONS, type LineReason } from '../core/reasons';
import { STATUS_TEXT } from '../core/statuses';

const DECIMALS = 6;
const HEAD = ['Product', 'Asked', 'Allocated', 'Short', 'From', 'Expected', 'Reason'];

const cell = (text: string): string => `<td>${escapeHtml(text)}</td>`;

const because = (reason: LineReason): string =>
	`<td><strong>${escapeHtml(REASONS[reason].label)}</strong>: ${escapeHtml(REASONS[reason].sentence)}</td>`;

const toRow = (line: AllocatedLine): string => {
	const cells = [
		line.product.name,
		`${numberText(line.asked, DECIMALS)} ${line.unit}`,
		numberText(line.allocated, DECIMALS),
		numberText(line.short, DECIMALS),
		line.warehouse,
		line.expected ? dayText(line.expected.slice(0, 10)) : '',
	];
	return `<tr>${cells.map(cell).join('')}${line.reason ? because(line.reason) : '<td></td>'}</tr>`;
};

const toTable = (lines: readonly AllocatedLine[]): string => {
	if (lines.length === 0) return '';
	const head = HEAD.map((title) => `<th>${title}</th>`).join('');
	return `<table class="table table-sm"><thead><tr>${head}</tr></thead><tbody>${lines.map(toRow).join('')}</tbody></table>`;
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
	const facts = `${share}${why}${queueText(run)} Stock read on ${minuteText(run.at)}.`;
	return `<p><strong>${STATUS_TEXT[status]}</strong>: ${escapeHtml(facts)}</p>${toTable(lines)}`;
};
