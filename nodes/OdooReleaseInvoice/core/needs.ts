import type { PolicyBook } from './choosePolicy';

/** What the policies of a run look at, beyond what is always read. */
export interface InvoicingNeeds {
	readonly customerTags: boolean;
	readonly credit: boolean;
	readonly vat: boolean;
	readonly attachments: boolean;
	/** Field of `stock.picking` with the carrier's status. */
	readonly carrierStatusField: string | null;
	readonly priceList: boolean;
}

export const NO_NEEDS: InvoicingNeeds = {
	customerTags: false,
	credit: false,
	vat: false,
	attachments: false,
	carrierStatusField: null,
	priceList: false,
};

export const needsOf = ({ standard, overrides }: PolicyBook): InvoicingNeeds => {
	const asksForProof = [standard, ...overrides.map(({ changes }) => changes)].some(
		({ milestone }) => milestone === 'proofOfDelivery',
	);
	const { accepted, carrierStatusField } = standard.proof;
	return {
		customerTags: overrides.some(({ scope }) => scope.kind === 'customerTag'),
		credit: standard.credit !== 'off',
		vat: standard.customerFields.includes('vat'),
		attachments: asksForProof && accepted.includes('attachment'),
		carrierStatusField:
			asksForProof && accepted.includes('carrierStatus') ? carrierStatusField : null,
		priceList: standard.checksPriceList,
	};
};
