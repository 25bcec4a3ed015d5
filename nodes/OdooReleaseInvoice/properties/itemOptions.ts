import { z } from 'zod';

import { readBy, type Described, type Setting } from '../../shared/n8n/settings/setting';

/** An expression may give a number, or `false` and nothing for "not there". */
const saidText = z.preprocess(
	(said) => (said === undefined || said === null || said === false ? '' : String(said)),
	z
		.string()
		.trim()
		.transform((text) => text || null),
);

const saidSetting = <Name extends string>(
	property: Described<Name, 'string'> & { readonly default: '' },
): Setting<Name, string | null> => readBy(property, saidText);

/** Options that belong to each item. */
export const itemOptions = [
	saidSetting({
		displayName: 'Narration',
		name: 'narration',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: "Text at the end of the invoice, instead of the order's terms",
	}),
	saidSetting({
		displayName: 'Proof of Delivery',
		name: 'proofOfDelivery',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.proofOfDelivery }}',
		description:
			'Proof supplied by the workflow, such as a signer or document number. Leave empty if there is none.',
	}),
	saidSetting({
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '',
		description: "The customer's reference on the invoice, instead of the order's",
	}),
] as const;
