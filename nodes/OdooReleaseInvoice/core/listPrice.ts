import { add, divide, exact, multiply, roundTo, subtract } from '../../shared/core/exact';

/** A rule of a pricelist, as Odoo keeps it. */
export interface PriceRule {
	readonly compute: string;
	/** What the rule starts from: `list_price`, `standard_price`, `pricelist`. */
	readonly base: string;
	readonly fixedPrice: number;
	/** Percent off, of a rule of kind `percentage`. */
	readonly percentOff: number;
	/** Percent off, of a rule of kind `formula`. */
	readonly formulaOff: number;
	readonly surcharge: number;
	/** Rounds to a multiple, or keeps margins. */
	readonly rounds: boolean;
}

/** What the pricelist of an order asks for a piece today, after its discount. */
export interface ListPrice {
	readonly price: number;
	/** Pricelist, rule or product were changed after the order's date; what was asked then nobody can tell. */
	readonly changedSince: boolean;
}

/** Another price of the product gives another price by the rule. */
export const startsFromListPrice = (rule: PriceRule | null): boolean =>
	rule === null || rule.compute !== 'fixed';

const DECIMALS = 6;

/**
 * The price after the rule, or null when only Odoo can work it out: rules on cost, on other pricelists, with rounding.
 * @param listPrice the product's sales price in the order's currency and unit; null when they differ
 */
export const listPriceOf = (rule: PriceRule | null, listPrice: number | null): number | null => {
	if (rule === null) return listPrice;
	if (rule.compute === 'fixed') return rule.fixedPrice;
	if (rule.base !== 'list_price' || rule.rounds || listPrice === null) return null;
	const off = rule.compute === 'percentage' ? rule.percentOff : rule.formulaOff;
	const surcharge = rule.compute === 'formula' ? rule.surcharge : 0;
	const part = divide(subtract(exact(100), exact(off)), exact(100));
	return roundTo(add(multiply(exact(listPrice), part), exact(surcharge)), DECIMALS);
};
