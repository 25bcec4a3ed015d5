import type { INode } from 'n8n-workflow';

import { OdooReleaseInvoice } from '../../nodes/OdooReleaseInvoice/OdooReleaseInvoice.node';
import { runNode } from '../support/engine';
import { liveOdoo } from '../support/liveOdoo';

/** Runs the node in n8n's engine on orders of the real Odoo, with the rights of the pipeline's user. */
export const releaseLive = async (
	orderIds: readonly number[],
	parameters: INode['parameters'] = {},
	more: {
		readonly json?: Record<string, string | number>;
		readonly credential?: Record<string, string | number>;
	} = {},
) => {
	const { outputs, error } = await runNode({
		type: new OdooReleaseInvoice(),
		parameters,
		input: orderIds.map((id) => ({ json: { ...more.json, order: { id } } })),
		credentials: { odooOrderToCashApi: more.credential ?? liveOdoo().credential },
		onError: 'continueErrorOutput',
	});
	const [released = [], held = [], nothing = [], failed = []] = outputs;
	const jsonOf = (items: typeof released) => items.map(({ json }) => json as never as ReleasedItem);
	return {
		released: jsonOf(released),
		held: jsonOf(held),
		nothing: jsonOf(nothing),
		failed: jsonOf(failed),
		error,
	};
};

export interface ReleasedItem {
	readonly order: { readonly id: number };
	readonly error?: {
		readonly message: string;
		readonly class: string;
		readonly retryable: boolean;
	};
	readonly invoice: {
		readonly decision: string;
		readonly reasons: readonly { readonly code: string; readonly message: string }[];
		readonly invoices: readonly {
			readonly id: number;
			readonly number: string | null;
			readonly state: string;
			readonly kind: string;
			readonly total: number;
			readonly due: number;
			readonly date: string;
			readonly sending: string;
		}[];
		readonly gate: {
			readonly ordered: number;
			readonly delivered: number;
			readonly invoiced: number;
			readonly proof: readonly { readonly by: string | null }[];
		};
		readonly dryRun: boolean;
	};
}

export const codesOf = ({ invoice }: ReleasedItem): string[] =>
	invoice.reasons.map(({ code }) => code);
