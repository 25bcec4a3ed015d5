import type { FunctionsBase } from 'n8n-workflow';

import type { TriggerParameters } from './parameters';

/** The nodes of this package that leave a note on every order they get. */
const ACKNOWLEDGING = ['odooAllocateStock', 'odooCreditCheck', 'odooReleaseInvoice'];

/**
 * Seconds after which an event without an answer is delivered again; null for never. Without an answering node right
 * behind the trigger, an event that arrived would look like one that did not.
 */
export const redeliverAfter = (
	context: Pick<FunctionsBase, 'getNode' | 'getChildNodes' | 'getParentNodes'>,
	{ redeliver, redeliverMinutes }: Pick<TriggerParameters, 'redeliver' | 'redeliverMinutes'>,
): number | null => {
	const seconds = redeliverMinutes * 60;
	if (redeliver !== 'auto') return redeliver === 'always' ? seconds : null;
	const { name, type } = context.getNode();
	const own = type.slice(0, type.lastIndexOf('.') + 1);
	const isNext = (child: string) =>
		context.getParentNodes(child, { depth: 1 }).some((parent) => parent.name === name);
	const children = context
		.getChildNodes(name)
		.filter((child) => !child.disabled && isNext(child.name));
	const answers = (child: { readonly type: string }) =>
		ACKNOWLEDGING.some((answering) => child.type === `${own}${answering}`);
	return children.length > 0 && children.every(answers) ? seconds : null;
};
