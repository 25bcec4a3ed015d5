/** A record of Odoo and what people call it. */
export interface Named {
	readonly id: number;
	readonly name: string;
}
