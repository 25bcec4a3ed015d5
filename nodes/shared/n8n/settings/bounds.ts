/** More than any order is worth, in whichever currency, and still exact to the cent. */
const MOST = 1e13;

/** Money, or a percentage, that is only compared with. */
export const AMOUNT = { minValue: 0, maxValue: MOST };

/** A figure that may also lie before the limit that it is compared with. */
export const SIGNED_AMOUNT = { minValue: -MOST, maxValue: MOST };

/** Odoo's ids are 32 bits wide; one larger would break the call for every other record in it. */
export const LARGEST_ID = 2 ** 31 - 1;
