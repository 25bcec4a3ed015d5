import type { INode } from 'n8n-workflow';

import { OdooCreditCheck } from '../../nodes/OdooCreditCheck/OdooCreditCheck.node';
import type { CreditJson } from '../../nodes/OdooCreditCheck/json';
import { runNode } from '../support/engine';
import { liveOdoo } from '../support/liveOdoo';

interface CreditItem {
	readonly order: { readonly id: number };
	readonly credit: CreditJson;
	readonly error?: {
		readonly message: string;
		readonly class: string;
		readonly retryable: boolean;
	};
}

/** Runs the node in n8n's engine on orders of the real Odoo, with the rights of the pipeline's user. */
export const checkLive = async (
	orderIds: readonly number[],
	parameters: INode['parameters'] = {},
	credential: Record<string, string | number> = liveOdoo().credential,
) => {
	const { outputs, error } = await runNode({
		type: new OdooCreditCheck(),
		parameters,
		input: orderIds.map((id) => ({ json: { order: { id } } })),
		credentials: { odooOrderToCashApi: credential },
		onError: 'continueErrorOutput',
	});
	const jsonOf = (output: number) =>
		(outputs[output] ?? []).map(({ json }) => json as never as CreditItem);
	const [approved, needsApproval, onHold, failed] = [jsonOf(0), jsonOf(1), jsonOf(2), jsonOf(3)];
	const all = [...approved, ...needsApproval, ...onHold];
	const creditOf = (orderId: number): CreditJson => {
		const item = all.find(({ order }) => order.id === orderId);
		if (!item)
			throw new Error(
				`Order ${orderId} did not come out: ${JSON.stringify(failed)} ${error?.message ?? ''}`,
			);
		return item.credit;
	};
	return { approved, needsApproval, onHold, failed, error, creditOf };
};

export const codesIn = (credit: CreditJson): string[] => credit.reasons.map(({ code }) => code);
