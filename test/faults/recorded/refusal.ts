/** What Odoo refuses: its exception's class and words, and the status that JSON-2 gives it. */
export class Refusal extends Error {
	constructor(
		readonly exception: string,
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}
