import type { IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { EventType } from './core/eventTypes';
import type { Hint } from './odoo/readConfirmed';
import { isSameSecret } from './secret';

/** Odoo sends a record id, a model and a time. */
const MOST_BYTES = 4_096;

/** A call that comes so long after the write it reports is a repeated one; the sweep saw that write long ago. */
const OLDEST_MS = 15 * 60 * 1000;

const body = z.object({
	_id: z.number().int().nonnegative(),
	_model: z.string().max(100),
	write_date: z.string().max(40),
});

export interface RefusedCall {
	readonly kind: 'refused';
	readonly status: number;
	readonly reason: string;
}

type HookCall = { readonly kind: 'accepted'; readonly hint: Hint } | RefusedCall;

const refused = (status: number, reason: string): RefusedCall => ({
	kind: 'refused',
	status,
	reason,
});

interface Expected {
	readonly types: readonly EventType[];
	readonly tokenOf: (type: EventType) => string;
	readonly now: Date;
}

/** Size, secret, shape and age, in this order: nothing of a stranger's call is looked at. */
export const readCall = (
	context: Pick<IWebhookFunctions, 'getRequestObject' | 'getQueryData' | 'getBodyData'>,
	expected: Expected,
): HookCall => {
	const request = context.getRequestObject();
	const bytes = Math.max(
		Number(request.headers['content-length'] ?? 0),
		request.rawBody?.length ?? 0,
	);
	if (!(bytes <= MOST_BYTES)) return refused(413, `its body is larger than ${MOST_BYTES} bytes`);
	const query = z
		.object({ event: z.string(), token: z.string() })
		.safeParse(context.getQueryData());
	const type = expected.types.find((candidate) => query.success && candidate === query.data.event);
	// An event of another trigger is compared as well, so that the answer takes as long.
	const secret = expected.tokenOf(type ?? expected.types[0] ?? 'orderConfirmed');
	const isGenuine = isSameSecret(query.success ? query.data.token : '', secret);
	if (!isGenuine || !type) return refused(401, 'the token is wrong');
	const parsed = body.safeParse(context.getBodyData());
	if (!parsed.success) return refused(400, 'its body is not that of a webhook from Odoo');
	const { _id: recordId, write_date: written } = parsed.data;
	const age = expected.now.getTime() - Date.parse(`${written.replace(' ', 'T')}Z`);
	if (!(age <= OLDEST_MS)) return refused(410, 'the change it reports is too old');
	return { kind: 'accepted', hint: { type, recordId } };
};
