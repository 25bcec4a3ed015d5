/** A law that does not hold after a step, with the figures that show it. */
export interface Broken {
	readonly law: Law;
	readonly detail: string;
}

export const LAWS = {
	failed: 'an order that Odoo can answer for never fails',
	overInvoiced: 'a node posts no more money than what the order is still to be invoiced for',
	lineOverInvoiced: 'a node posts no more of a line than is due and not invoiced',
	invoicedTwice: 'what was invoiced once and credited is not invoiced again by itself',
	overCredited: 'a node credits no more of a line than was invoiced beyond what is due',
	downPaymentNotDeducted: 'a down payment is deducted by the time the rest is invoiced',
	postedToAnother: 'an invoice goes to whom the order is invoiced to, on its terms and taxes',
	postedAtAnotherPrice: 'an invoice asks for the price and the taxes of the order',
	postedExtraLine: 'nothing is posted that belongs to no order',
	postedIncomplete: 'what is invoiced when complete has nothing still to come',
	releasedWithout: 'Released is said of a posted invoice, with the figures that it has',
	nothingOfSomething: 'Nothing to Invoice is said where nothing is due',
	wroteForNothing: 'Held and Nothing to Invoice change no document',
	notOnce: 'the second run changes nothing',
	exposureDiffers: 'the exposure is what the tables say',
	approvedBefore: 'an approval holds for the facts that it was given for',
} as const;

export type Law = keyof typeof LAWS;

export const broken = (law: Law, detail: string): Broken => ({ law, detail });
