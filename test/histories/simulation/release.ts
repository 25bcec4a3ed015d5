import { decideRelease } from '../../../nodes/OdooReleaseInvoice/core/decideRelease';
import { draftsOf } from '../../../nodes/OdooReleaseInvoice/core/drafts';
import type { InvoicePolicy } from '../../../nodes/OdooReleaseInvoice/core/policy';
import { settingsOf, TODAY } from '../../OdooReleaseInvoice/invoicingOrder';
import type { ReleaseAnswer } from '../laws/release';
import { RELEASE_POLICIES, type ReleasePolicyName } from '../steps';
import { draftInvoice } from './invoicing';
import { withPosted } from './posting';
import { totalOf, type SimulatedOrder } from './simulatedOrder';
import { toInvoicingOrder } from './toInvoicingOrder';

const policyOf = new Map<ReleasePolicyName, InvoicePolicy>();

const policyNamed = (name: ReleasePolicyName): InvoicePolicy => {
	const known = policyOf.get(name) ?? settingsOf(byPath(name)).policies.standard;
	policyOf.set(name, known);
	return known;
};

/** Options are read one by one. */
const byPath = (name: ReleasePolicyName): Record<string, unknown> => {
	const parameters = RELEASE_POLICIES[name];
	const options = 'options' in parameters ? Object.entries(parameters.options) : [];
	return {
		...parameters,
		...Object.fromEntries(options.map(([option, value]) => [`options.${option}`, value])),
	};
};

/** Release Invoice on the simulated order, by the node's own decisions: a draft is made, looked at again, and posted. */
export const release = (
	order: SimulatedOrder,
): { readonly order: SimulatedOrder; readonly answer: ReleaseAnswer } => {
	const policy = policyNamed(order.setup.policy);
	const first = decideRelease(toInvoicingOrder(order), policy, TODAY);
	if (first.kind !== 'release') return { order, answer: answerOf(order, first) };
	const drafted = (first.plan.creates ? draftInvoice(order, first.plan.deducts) : order) ?? order;
	const seen = toInvoicingOrder(drafted);
	const second = decideRelease(seen, policy, TODAY);
	if (second.kind !== 'release') return { order: drafted, answer: answerOf(drafted, second) };
	const posted = draftsOf(seen).reduce((now, { id }) => withPosted(now, id), drafted);
	return { order: posted, answer: answerOf(posted, second) };
};

const DECISIONS = {
	release: 'released',
	invoiced: 'released',
	held: 'held',
	nothing: 'nothing',
} as const;

const answerOf = (
	{ documents }: SimulatedOrder,
	{ kind, reasons }: ReturnType<typeof decideRelease>,
): ReleaseAnswer => ({
	decision: DECISIONS[kind],
	reasons: reasons.map(({ code }) => code),
	documents: documents.map((document) => ({
		id: document.id,
		state: document.state,
		total: totalOf(document),
	})),
	message: '',
	retryable: false,
});
