/** A row of Odoo's import as version 0.1.0 sent it; `{name}` stands for what differs between databases. */
export interface OldRow {
	readonly model: string;
	readonly columns: { readonly [column: string]: string };
}

export interface Filling {
	readonly [name: string]: string | number;
}

/** @throws Error when a value is missing */
export const fill = (text: string, values: Filling): string =>
	text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
		const value = values[name];
		if (value === undefined) throw new Error(`'${name}' is not given`);
		return String(value);
	});

interface OldNote {
	readonly id: string;
	readonly messageId: string;
	readonly body: string;
	readonly on?: string;
	readonly recordId?: string;
}

const note = ({
	id,
	messageId,
	body,
	on = 'sale.order',
	recordId = '{order}',
}: OldNote): OldRow => ({
	model: 'mail.message',
	columns: {
		id,
		model: on,
		res_id: recordId,
		body,
		message_type: 'comment',
		'subtype_id/id': 'mail.mt_note',
		message_id: messageId,
	},
});

/** What a credit decision was made of, whose SHA-256 begins with the digest in the note's reference. */
export const CREDIT_DIGESTS = {
	approved: '[{order},"approved",[],100,"{currency}",1000,null,null,"cf5c683c555b"]',
	held: '[{order},"onHold",["limit_exceeded:hold"],2000,"{currency}",1000,null,null,"cf5c683c555b"]',
} as const;

/** With these rules the hash of its policy was `cf5c683c555b`. */
export const CREDIT_RULES = {
	rule: [
		{ code: 'limit_exceeded', reaction: 'hold', threshold: 0 },
		{ code: 'overdue_days', reaction: 'approve', threshold: 5 },
	],
};

export const CREDIT_APPROVED = note({
	id: 'n8n_o2c.credit_claim-{customer}-{company}-0-1-{day}',
	messageId: '<credit-{order}-1-a-{day}-1000000-{digest}-{customer}-{company}@n8n-o2c>',
	body: '<p><strong>Credit check of {reference}: Approved</strong></p><ul><li>Within the credit policy.</li></ul>',
});

export const CREDIT_HELD = note({
	id: 'n8n_o2c.credit-{order}-1-h-{day}-20000000-{digest}-{customer}-{company}',
	messageId: '<credit-{order}-1-h-{day}-20000000-{digest}-{customer}-{company}@n8n-o2c>',
	body: '<p><strong>Credit check of {reference}: On Hold</strong></p><ul><li>The customer would owe 2,000.00 USD; the credit limit allows 1,000.00 USD.</li></ul>',
});

/** Every name without a Latin letter had this key. */
export const TAG_IN_CYRILLIC: OldRow = {
	model: 'crm.tag',
	columns: { id: 'n8n_o2c.tag__', name: '{name}' },
};

export const CASE: OldRow = {
	model: 'mail.activity',
	columns: {
		id: 'n8n_o2c.exception_{order}_CREDIT_LIMIT_1',
		'res_model_id/id': 'sale.model_sale_order',
		res_id: '{order}',
		'activity_type_id/id': 'mail.mail_activity_data_warning',
		summary: 'P2 {reference}: credit limit exceeded',
		note: '<p>{reference}: credit limit exceeded.</p><ul><li>Over the limit <i>[limit_exceeded]</i></li></ul>',
		date_deadline: '2026-11-25',
		'user_id/.id': '{owner}',
	},
};

/** Of the node `Node` in the workflow `faults`. */
export const CLAIM: OldRow = {
	model: 'mail.message',
	columns: {
		id: 'n8n_o2c.event_aaf039a94470_1_orderConfirmed-{order}-{digits}',
		model: 'sale.order',
		res_id: '{order}',
		message_type: 'user_notification',
		message_id: '<event_aaf039a94470_1_orderConfirmed-{order}-{digits}@n8n-o2c-event>',
		subject:
			'{"token":"95a4ef61-566e-4056-9378-8f23b0b0c206","attempt":1,"event":{"id":"orderConfirmed-{order}-{digits}","type":"orderConfirmed","orderId":{order},"occurredAt":"{confirmedAt}","document":{"model":"sale.order","id":{order},"reference":"{reference}"}}}',
		body: 'Order Confirmed',
	},
};

/** What the trigger remembered, as JSON. */
export const TRIGGER_MEMORY =
	'{"abandoned":[],"checkpoint":{"since":"{since}","positions":{"order":{"watermark":"{since}","met":"{since}","pass":null}},"known":[],"answeredUpTo":0,"clock":"{since}"}}';

export const CANCELLATION = 'Please cancel this order, we do not need it any more.';
export const LABEL_NOTE = note({
	id: 'n8n_o2c.classify_{order}_fd8df2527d5d4231_order_cancellation',
	messageId: '<classify_{order}_fd8df2527d5d4231_order_cancellation@n8n-o2c>',
	body: '<p>Text about this order: order_cancellation (75% certain)</p>',
});
export const LABEL_TAG: OldRow = {
	model: 'crm.tag',
	columns: { id: 'n8n_o2c.tag_text_order_cancellation', name: 'Text: order_cancellation' },
};

export const INVOICE_RELEASED = note({
	id: 'n8n_o2c.invoice_release_{order}_{invoice}',
	messageId: '<invoice_release_{order}_{invoice}@n8n-o2c>',
	body: '<p><b>Invoice released</b></p><ul><li>Ordered 2, delivered 2, invoiced 2</li></ul>',
});
export const INVOICE_PASSED = note({
	on: 'account.move',
	recordId: '{invoice}',
	id: 'n8n_o2c.invoice_gate_{invoice}_{order}',
	messageId: '<invoice_gate_{invoice}_{order}@n8n-o2c>',
	body: '<p><b>The invoice gate lets {reference} pass</b></p>',
});
export const INVOICE_HELD = note({
	id: 'n8n_o2c.invoice_hold_{order}_notFullyShipped_1_0',
	messageId: '<invoice_hold_{order}_notFullyShipped_1_0@n8n-o2c>',
	body: '<p><b>Invoice held</b></p><ul><li>1 of 2 shipped (notFullyShipped)</li></ul>',
});

/** What an allocation was made of, whose digest ends its note's key: 64 bits of FNV-1a. */
export const ALLOCATION_DIGEST = '["allocated",null,[[{line},{product},6,6,null,null]]]';
export const ALLOCATED = note({
	id: 'n8n_o2c.allocation-{order}-{digest}',
	messageId: '<allocation-{order}-{digest}@n8n-o2c>',
	body: '<p><strong>Stock allocated</strong>: 100 % of the open value.</p>',
});
