import type { Transfer } from '../facts';
import { proofOf, shippedTransfers } from '../proof';
import { finding, reasonOf } from '../reason';
import { choicesOption, option } from './option';
import { gateRule } from './rule';

const unproven = finding({
	code: 'proofOfDeliveryMissing',
	case: 'SHIP_PROOF',
	sentence: ({ name }: Transfer) => `${name} has no proof of delivery yet`,
	figures: ({ id, doneAt }) => ({ transfer: id, shippedAt: doneAt }),
});

export const proofOfDeliveryMissing = gateRule({
	findings: [unproven],
	options: {
		acceptedProof: choicesOption({
			displayName: 'Accepted Proof of Delivery',
			name: 'acceptedProof',
			type: 'multiOptions',
			options: [
				{
					name: 'Attachment on the Transfer',
					value: 'attachment',
					description: 'A proof document that a person or a workflow added',
				},
				{
					name: 'Carrier Status',
					value: 'carrierStatus',
					description: 'A field of the transfer says that it was delivered',
				},
				{
					name: 'From the Item',
					value: 'itemField',
					description: "The option 'Proof of Delivery' is filled in",
				},
				{ name: 'Signature on the Transfer', value: 'signature' },
			],
			default: ['signature', 'attachment', 'carrierStatus', 'itemField'],
			description: 'What counts as proof that a shipment arrived',
		}),
		carrierStatusField: option({
			displayName: 'Carrier Status Field',
			name: 'carrierStatusField',
			type: 'string',
			default: '',
			placeholder: 'e.g. x_carrier_status',
			description: "Technical name of the transfer's field that holds the carrier's status",
		}),
		deliveredStatuses: option({
			displayName: 'Carrier Statuses for Delivered',
			name: 'deliveredStatuses',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Status' },
			default: ['delivered'],
			description: 'Values of the carrier status field that mean delivered',
		}),
		proofDocuments: option({
			displayName: 'Proof Documents',
			name: 'proofDocuments',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Word' },
			default: ['pod', 'proof', 'signed'],
			description:
				'An attachment is a proof when its name has one of these words, such as POD_4711.pdf. Documents that a module of a carrier adds do not count.',
		}),
		provenAfterDays: option({
			displayName: 'Proven After (Days)',
			name: 'provenAfterDays',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 36_500 },
			default: 0,
			description: 'Days after which a shipment counts as arrived without proof; 0 for never',
		}),
	},
	check: (order, { proof }, today) =>
		shippedTransfers(order)
			.filter((transfer) => proofOf({ transfer, order, policy: proof, today }) === null)
			.map((transfer) => reasonOf(unproven, transfer)),
});
