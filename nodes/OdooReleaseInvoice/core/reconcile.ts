import {
	add,
	compare,
	isPositive,
	isZero,
	largest,
	subtract,
	sum,
	type Exact,
} from '../../shared/core/exact';
import { wholeDays } from '../../shared/core/time';
import type { InvoiceFacts, InvoicingOrder, OrderLineFacts } from './facts';
import { goodsLines, quantity, shown } from './quantities';
import { reason, type Reason } from './reason';
import { shippedTransfers } from './rules/proof';

/** When something that is shipped or drafted is late. */
export interface ReconciliationPolicy {
	readonly slaDays: number;
	/** ISO 8601. */
	readonly now: string;
}

const ageInDays = (time: string, now: string): number =>
	wholeDays(Date.parse(time), Date.parse(now));

/** Net quantity of a line on the invoices in that state. */
const onInvoices = (
	invoices: readonly InvoiceFacts[],
	state: InvoiceFacts['state'],
	lineId: number,
): Exact =>
	sum(
		invoices.flatMap((invoice) =>
			invoice.state === state
				? invoice.lines
						.filter(({ orderLineId }) => orderLineId === lineId)
						.map((line) => quantity(line.quantity))
				: [],
		),
	);

/** The oldest shipment that no posted invoice can have billed, going by their dates. */
const oldestUninvoicedShipment = (order: InvoicingOrder): string | null => {
	const lastBilled = order.invoices.reduce(
		(last, { state, date }) => (state === 'posted' && (date ?? '') > last ? (date ?? '') : last),
		'',
	);
	const shipped = shippedTransfers(order)
		.filter(({ doneAt }) => doneAt !== null)
		.sort((a, b) => ((a.doneAt ?? '') < (b.doneAt ?? '') ? -1 : 1));
	return (
		(shipped.find(({ doneOn }) => (doneOn ?? '') > lastBilled) ?? shipped.at(-1))?.doneAt ?? null
	);
};

type Check = (
	order: InvoicingOrder,
	line: OrderLineFacts,
	policy: ReconciliationPolicy,
) => readonly Reason[];

const shippedNotInvoiced: Check = (order, line, { slaDays, now }) => {
	const unbilled = subtract(quantity(line.delivered), quantity(line.invoiced));
	const shippedAt = oldestUninvoicedShipment(order);
	if (!isPositive(unbilled) || shippedAt === null) return [];
	const days = ageInDays(shippedAt, now);
	if (days <= slaDays) return [];
	const message = `${line.label}: ${shown(unbilled)} shipped ${days} days ago and not billed`;
	return [
		reason('shippedNotInvoiced', message, {
			line: line.id,
			quantity: shown(unbilled),
			days,
			shippedAt,
		}),
	];
};

const invoicedNotShipped: Check = (order, line) => {
	const ahead = subtract(onInvoices(order.invoices, 'posted', line.id), quantity(line.delivered));
	if (!isPositive(ahead)) return [];
	return [
		reason('invoicedNotShipped', `${line.label}: ${shown(ahead)} billed and not shipped`, {
			line: line.id,
			quantity: shown(ahead),
		}),
	];
};

const quantityMismatch: Check = (order, line) => {
	const delivered = quantity(line.delivered);
	const ordered = quantity(line.ordered);
	const surplus = subtract(delivered, ordered);
	const billed = add(
		onInvoices(order.invoices, 'posted', line.id),
		onInvoices(order.invoices, 'draft', line.id),
	);
	const overBilled = subtract(billed, largest(ordered, delivered));
	return [
		...(isPositive(surplus)
			? [
					reason(
						'quantityMismatch',
						`${line.label}: ${line.delivered} delivered, ${line.ordered} ordered`,
						{ line: line.id, ordered: line.ordered, delivered: line.delivered },
					),
				]
			: []),
		...(isPositive(overBilled)
			? [
					reason(
						'quantityMismatch',
						`${line.label}: ${shown(billed)} billed, ${line.ordered} ordered, ${line.delivered} delivered`,
						{ line: line.id, billed: shown(billed) },
					),
				]
			: []),
	];
};

const CHECKS: readonly Check[] = [shippedNotInvoiced, invoicedNotShipped, quantityMismatch];

const staleDrafts = (
	{ invoices, currency }: InvoicingOrder,
	{ slaDays, now }: ReconciliationPolicy,
): Reason[] =>
	invoices
		.filter(
			({ state, createdAt }) =>
				state === 'draft' && createdAt !== null && ageInDays(createdAt, now) > slaDays,
		)
		.map(({ id, total, createdAt }) =>
			reason('draftNotPosted', `A draft invoice of ${total} ${currency} was never posted`, {
				invoice: id,
				total,
				createdAt,
			}),
		);

/** Where what was shipped and what was billed do not agree. Looks at orders in any state: a cancelled one may be shipped. */
export const reconcileOrder = (order: InvoicingOrder, policy: ReconciliationPolicy): Reason[] => [
	...goodsLines(order).flatMap((line) => CHECKS.flatMap((check) => check(order, line, policy))),
	...staleDrafts(order, policy),
];

/** Cheap first look at a line: whether its order is worth reading whole. */
export const isSuspect = ({
	ordered,
	delivered,
	invoiced,
}: Pick<OrderLineFacts, 'ordered' | 'delivered' | 'invoiced'>): boolean =>
	!isZero(subtract(quantity(delivered), quantity(invoiced))) ||
	compare(quantity(delivered), quantity(ordered)) > 0;
