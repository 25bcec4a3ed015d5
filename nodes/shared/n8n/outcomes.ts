import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isOdooError } from '../odoo/errors';
import { runsAsTool } from './settings/readSettings';

/** What became of one input item: a decision on an output, or something that broke. */
export type Outcome =
	| { readonly kind: 'routed'; readonly output: number; readonly json: IDataObject }
	| { readonly kind: 'failed'; readonly error: unknown };

export const routed = (output: number, json: IDataObject): Outcome => ({
	kind: 'routed',
	output,
	json,
});
export const failed = (error: unknown): Outcome => ({ kind: 'failed', error });

export interface OutputPlan {
	/** Names of the outputs, in order. */
	readonly names: readonly string[];
	/**
	 * Where a broken item waits when the node is set to continue on its regular output: never the output that lets an
	 * order pass.
	 */
	readonly safeOutput: number;
}

interface ErrorDetail extends IDataObject {
	message: string;
	/** The failure's class: `validation`, `unreachable`, …; `input` for an item the node cannot read, `unexpected` for a fault here. */
	class: string;
	retryable: boolean;
	/** What was called. */
	call: string | null;
	/** What to do about it. */
	advice: string | null;
}

const errorDetail = (error: unknown): ErrorDetail =>
	isOdooError(error)
		? {
				message: error.message,
				class: error.kind,
				retryable: error.retryable,
				call: error.call,
				advice: error.advice,
			}
		: {
				message: error instanceof Error ? error.message : String(error),
				class: error instanceof NodeOperationError ? 'input' : 'unexpected',
				retryable: false,
				call: null,
				advice: error instanceof NodeOperationError ? (error.description ?? null) : null,
			};

/**
 * Every input item leaves on exactly one output, paired with its input and keeping its json. A broken item goes to
 * the error output; without one the run stops, after every other item has been dealt with.
 * @param outcomes one for each input item, in their order
 * @throws NodeOperationError for the first broken item, when the node is to stop on errors
 */
export const routeOutcomes = (
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	plan: OutputPlan,
): INodeExecutionData[][] => {
	const items = context.getInputData();
	const outputs: INodeExecutionData[][] = plan.names.map(() => []);
	// An agent only ever sees the first output of a tool.
	const asTool = runsAsTool(context);
	const place = (output: number, item: INodeExecutionData) =>
		outputs[asTool ? 0 : output]?.push(item);

	outcomes.forEach((outcome, itemIndex) => {
		const { json: input = {}, binary } = items[itemIndex] ?? {};
		const pairedItem = { item: itemIndex };
		if (outcome.kind === 'routed') {
			const route = asTool ? { route: plan.names[outcome.output] } : {};
			place(outcome.output, {
				...items[itemIndex],
				error: undefined,
				json: { ...withoutError(input), ...outcome.json, ...route },
				pairedItem,
			});
			return;
		}
		if (!context.continueOnFail()) return;
		// n8n moves an item with nothing but `error` to the error output and gives it its input's json back. An item
		// marked as broken in n8n's own way would lose everything but the message.
		const kept = context.getNode().onError === 'continueErrorOutput' ? {} : input;
		place(plan.safeOutput, {
			json: { ...kept, error: errorDetail(outcome.error) },
			...(binary ? { binary } : {}),
			pairedItem,
		});
	});

	const broken = outcomes.findIndex(({ kind }) => kind === 'failed');
	if (broken >= 0 && !context.continueOnFail()) throw firstFailure(context, outcomes, broken);
	return outputs;
};

/**
 * The failure of an earlier node travels along on the item. It must not look like one of this node: n8n would run the
 * node again, and who reads the item would take it for newer than the decision.
 */
const withoutError = ({ error, ...json }: IDataObject): IDataObject =>
	error === undefined ? json : { ...json, previousError: error };

const firstFailure = (
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	itemIndex: number,
): NodeOperationError => {
	const outcome = outcomes[itemIndex];
	const others = outcomes.filter(({ kind }) => kind === 'failed').length - 1;
	const error = toNodeError(
		context,
		outcome?.kind === 'failed' ? outcome.error : undefined,
		itemIndex,
	);
	if (others > 0)
		error.description =
			`${error.description ?? ''} ${others} more of ${outcomes.length} items did not go through.`.trim();
	return error;
};

/** The one place where a failure becomes n8n's error. */
export const toNodeError = (
	context: Pick<IExecuteFunctions, 'getNode'>,
	error: unknown,
	itemIndex?: number,
): NodeOperationError => {
	if (error instanceof NodeOperationError) {
		if (itemIndex !== undefined) error.context.itemIndex = itemIndex;
		return error;
	}
	const { message, advice, ...rest } = errorDetail(error);
	const nodeError = new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description: advice ?? undefined,
	});
	Object.assign(nodeError.context, rest);
	return nodeError;
};
