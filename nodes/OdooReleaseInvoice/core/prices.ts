import { divide, exact, multiply, subtract, type Exact } from '../../shared/core/exact';
import { numberText } from '../../shared/core/wording';

interface Discounted {
	readonly unitPrice: number;
	/** Percent. */
	readonly discount: number;
}

/** Odoo's unit prices and discounts have up to six decimals. */
const DECIMALS = 6;

export const afterDiscount = ({ unitPrice, discount }: Discounted): Exact =>
	multiply(exact(unitPrice), subtract(exact(1), divide(exact(discount), exact(100))));

export const priceText = (price: number): string => numberText(price, DECIMALS);

/** `10 less 5% discount` */
export const discountedText = ({ unitPrice, discount }: Discounted): string =>
	discount === 0
		? priceText(unitPrice)
		: `${priceText(unitPrice)} less ${numberText(discount, DECIMALS)}% discount`;
