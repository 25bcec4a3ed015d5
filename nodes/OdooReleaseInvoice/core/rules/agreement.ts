import { draftsOf } from '../drafts';
import { reason } from '../reason';
import type { Rule } from './rule';

export const currencyRule: Rule = (order) =>
	draftsOf(order)
		.filter(({ currency }) => currency !== order.currency)
		.map(({ id, currency }) =>
			reason(
				'currencyDiffers',
				`The draft invoice is in ${currency}, the order in ${order.currency}`,
				{ invoice: id, currency },
			),
		);

/** Order, customer, transfers and drafts belong to one company. */
export const companyRule: Rule = (order) => {
	const { company, customer, transfers } = order;
	const others = [
		...(customer.companyId !== null && customer.companyId !== company.id
			? [`customer ${customer.name}`]
			: []),
		...transfers
			.filter(({ companyId }) => companyId !== company.id)
			.map(({ name }) => `transfer ${name}`),
		...draftsOf(order)
			.filter(({ companyId }) => companyId !== company.id)
			.map(({ id }) => `draft invoice ${id}`),
	];
	return others.map((what) =>
		reason(
			'companyDiffers',
			`The order belongs to ${company.name}, the ${what} to another company`,
			{ company: company.id },
		),
	);
};
