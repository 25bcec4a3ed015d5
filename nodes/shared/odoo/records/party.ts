import { date, dateTime, flag, id, ids, many2one, number, optionalText, text } from './fields';
import { defineRecord } from './record';
import { z } from 'zod';

const presentUnlessSaid = z.preprocess((value) => value ?? true, z.boolean());

export const user = defineRecord('res.users', {
	id,
	name: text,
	login: text,
	active: flag,
	partner_id: many2one,
	company_id: many2one,
	company_ids: ids,
	share: flag,
	group_ids: ids,
});

export const apiKey = defineRecord('res.users.apikeys', {
	id,
	name: text,
	user_id: many2one,
	expiration_date: date,
});

export const unit = defineRecord('uom.uom', {
	id,
	name: text,
	factor: number,
	rounding: number,
});

export const tag = defineRecord('crm.tag', { id, name: text });
/** Tags of contacts. */
export const partnerTag = defineRecord('res.partner.category', { id, name: text });

export const company = defineRecord('res.company', {
	id,
	name: text,
	country_id: many2one,
	currency_id: many2one,
	/** Since Odoo 17 the company is a branch of it. */
	parent_id: many2one,
});

export const activity = defineRecord('mail.activity', {
	id,
	res_model: text,
	res_id: number,
	summary: optionalText,
	note: optionalText,
	user_id: many2one,
	date_deadline: date,
	/** Done ones are archived, or deleted: up to Odoo 16 whatever is there is still to do. */
	active: presentUnlessSaid,
	create_date: dateTime,
});

/** Who follows a record, and what of it he is told. */
export const follower = defineRecord('mail.followers', {
	res_id: number,
	partner_id: many2one,
	subtype_ids: ids,
});

export const messageSubtype = defineRecord('mail.message.subtype', { id });

export const message = defineRecord('mail.message', {
	id,
	model: optionalText,
	res_id: number,
	body: optionalText,
	message_id: optionalText,
	subject: optionalText,
	date,
	partner_ids: ids,
	create_uid: many2one,
	create_date: dateTime,
	write_uid: many2one,
	write_date: dateTime,
});
