import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { PolicyBook } from '../shared/core/invoicing/choosePolicy';
import { DEFAULT_POLICY } from '../shared/core/invoicing/policy';
import type { InvoicingNeeds } from '../shared/odoo/invoicing/readInvoicing';

const parameters = z.object({
	milestone: z.enum(['onOrder', 'shipped', 'fullyShipped', 'proofOfDelivery']),
	dryRun: z.boolean(),
});

export interface ReleaseParameters {
	readonly policies: PolicyBook;
	readonly needs: InvoicingNeeds;
	readonly dryRun: boolean;
}

/** The settings of the run, read once: they are the same for all items. */
export const readReleaseParameters = (context: IExecuteFunctions): ReleaseParameters => {
	const raw = Object.fromEntries(
		Object.keys(parameters.shape).map((name) => [name, context.getNodeParameter(name, 0)]),
	);
	const { dryRun, milestone } = parameters.parse(raw);
	return {
		policies: { standard: { ...DEFAULT_POLICY, milestone }, special: [] },
		needs: {
			customerTags: false,
			credit: false,
			vat: false,
			companyCountry: false,
			attachments: milestone === 'proofOfDelivery',
			carrierStatusField: null,
			priceList: false,
		},
		dryRun,
	};
};
