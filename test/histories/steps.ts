/**
 * A history: one order and what people and the nodes do to it, one step after the other. Steps name nothing by id: each one
 * acts on what the order has at that moment (the next transfer, the last invoice, the oldest draft), so that the same steps
 * can be played on a fresh order, on the real Odoo or on the simulation. A step that is not possible then is no step.
 */
export interface History {
	readonly setup: Setup;
	readonly steps: readonly Step[];
}

export interface Setup {
	readonly lines: readonly SoldLine[];
	/** Transfers between the shelf and the customer. */
	readonly transfers: 1 | 2 | 3;
	/** Of the customer's own, in the company's currency. */
	readonly creditLimit: number;
	readonly policy: ReleasePolicyName;
}

export interface SoldLine {
	/** Goods are shipped, a service is entered by hand; invoiced as ordered or as delivered. */
	readonly sells: SoldKind;
	readonly quantity: number;
	readonly price: number;
	/** Percent. */
	readonly discount: 0 | 10;
	readonly taxed: boolean;
}

export const SOLD_KINDS = {
	goods: { isService: false, invoicedBy: 'delivery' },
	goodsAsOrdered: { isService: false, invoicedBy: 'order' },
	service: { isService: true, invoicedBy: 'delivery' },
	serviceAsOrdered: { isService: true, invoicedBy: 'order' },
} as const;
export type SoldKind = keyof typeof SOLD_KINDS;

/** The settings of Release Invoice under which an order of a history is invoiced. */
export const RELEASE_POLICIES = {
	standard: {},
	creditNotes: { options: { allowCreditNotes: true } },
	deductFirst: { options: { downPayments: 'deductFirst', allowCreditNotes: true } },
	onOrder: { milestone: 'onOrder' },
	whenComplete: { partial: 'whenComplete', options: { allowCreditNotes: true } },
	fullyShipped: { milestone: 'fullyShipped' },
	together: { options: { consolidate: true } },
} as const;
export type ReleasePolicyName = keyof typeof RELEASE_POLICIES;

/** How often a node runs: again when it is done, or in two executions at the same time. */
export type Runs = 'once' | 'twice' | 'atOnce';

/** Lines count from 0. Quantities beyond what is there mean all of it. */
export type PersonStep =
	| { readonly do: 'confirm' }
	| { readonly do: 'cancel' }
	/** Back to a quotation, after it was cancelled. */
	| { readonly do: 'reset' }
	| { readonly do: 'setQuantity'; readonly line: number; readonly quantity: number }
	| { readonly do: 'setPrice'; readonly line: number; readonly price: number }
	| { readonly do: 'invoiceTo'; readonly who: 'buyer' | 'other' }
	| { readonly do: 'setTerms'; readonly days: 0 | 30 | 60 }
	/** The next open transfer of the order: the first step of the chain that is ready. The rest stays open. */
	| { readonly do: 'ship'; readonly quantity: number }
	/** Every open transfer to the customer is cancelled, the order stays. */
	| { readonly do: 'cancelRest' }
	| { readonly do: 'work'; readonly line: number; readonly quantity: number }
	/** From the last shipment; what is not received yet stays on its way. */
	| {
			readonly do: 'giveBack';
			readonly quantity: number;
			readonly refund: boolean;
			readonly received: boolean;
	  }
	| { readonly do: 'receive' }
	/** A person makes drafts by Odoo's own dialog, deducting down payments. */
	| { readonly do: 'draft' }
	| {
			readonly do: 'downPayment';
			readonly by: 'percent' | 'fixed';
			readonly amount: number;
			readonly post: boolean;
	  }
	/** On the first line of the oldest draft invoice, or on its head. */
	| { readonly do: 'editDraft'; readonly change: DraftChange }
	/** A person posts every draft of the order. */
	| { readonly do: 'post' }
	/**
	 * A credit note of the last posted invoice: of all of it, of one piece of its first line, or of a tenth of that line's
	 * price; linked to the order or not.
	 */
	| {
			readonly do: 'credit';
			readonly what: 'all' | 'piece' | 'price';
			readonly linked: boolean;
			readonly post: boolean;
	  }
	/** Of the oldest invoice that is open. */
	| { readonly do: 'pay'; readonly share: 'all' | 'half' }
	/** The last posted invoice is cancelled. */
	| { readonly do: 'cancelInvoice' };

export type DraftChange = 'fewer' | 'more' | 'price' | 'untaxed' | 'debtor' | 'extraLine' | 'terms';

export type NodeStep =
	| { readonly do: 'release'; readonly runs: Runs }
	| { readonly do: 'check'; readonly runs: Runs; readonly confirms: boolean };

export type Step = PersonStep | NodeStep;

export const isNodeStep = (step: Step): step is NodeStep =>
	step.do === 'release' || step.do === 'check';
