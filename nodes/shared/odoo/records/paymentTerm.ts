import { id, many2one, number, text } from './fields';
import { defineRecord } from './record';

export const paymentTermLine = defineRecord('account.payment.term.line', {
	id,
	payment_id: many2one,
	nb_days: number,
	delay_type: text,
});
