/** Of messages that no chatter shows. */
export const HIDDEN = 'user_notification';

/** Before that Odoo fails when it has to work out whereto an answer to such a message would go. */
const FIRST_WITHOUT_REPLY_TO = 19;

/** What makes an imported message a hidden one. */
export const hiddenColumns = (version: number): { readonly [column: string]: string } => ({
	message_type: HIDDEN,
	...(version < FIRST_WITHOUT_REPLY_TO ? { reply_to: '' } : {}),
});
