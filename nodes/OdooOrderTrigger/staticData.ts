import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Session } from '../shared/odoo/session';
import type { Checkpoint } from './core/checkpoint';

const time = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const position = z.object({
	watermark: time,
	met: time,
	pass: z.object({ after: time, ids: z.array(z.number()) }).nullable(),
});
const checkpoint = z.object({
	since: time,
	positions: z.record(position),
	known: z.array(z.string()),
	answeredUpTo: z.number(),
	clock: time,
});
const webhook = z.object({ url: z.string(), notice: z.string().nullable() });
const reference = z.object({ id: z.number(), name: z.string() });
const session = z.object({
	version: z.number(),
	uid: z.number(),
	language: z.string(),
	timeZone: z.string(),
	companies: z.array(reference.extend({ currency: reference })),
});
const tokens = z.array(z.string());

export type RegisteredWebhook = z.output<typeof webhook>;

const plain = (value: object): IDataObject => JSON.parse(JSON.stringify(value)) as IDataObject;

/** What the last sweep left; null before the first one. */
export const readCheckpoint = (staticData: IDataObject): Checkpoint | null => {
	const parsed = checkpoint.safeParse(staticData.checkpoint);
	return parsed.success ? parsed.data : null;
};

export const writeCheckpoint = (staticData: IDataObject, next: Checkpoint): void => {
	staticData.checkpoint = plain(next);
};

/** What the activation registered in Odoo; null without webhooks. */
export const readWebhook = (staticData: IDataObject): RegisteredWebhook | null => {
	const parsed = webhook.safeParse(staticData.webhook);
	return parsed.success ? parsed.data : null;
};

export const writeWebhook = (
	staticData: IDataObject,
	registered: RegisteredWebhook | null,
): void => {
	staticData.webhook = registered && plain(registered);
};

const sessionOf = (credential: string) =>
	z.object({ credential: z.literal(credential), session }).transform((kept) => kept.session);

/**
 * The last sweep's session, so that a webhook call need not read one; undefined when the credential says something else
 * since. @param credential its digest
 */
export const readSession = (staticData: IDataObject, credential: string): Session | undefined =>
	sessionOf(credential).safeParse(staticData.opened).data;

export const writeSession = (
	staticData: IDataObject,
	credential: string,
	current: Session,
): void => {
	delete staticData.session;
	staticData.opened = plain({ credential, session: current });
};

const MOST_ABANDONED = 20;

/** Takes the tokens of sweeps that broke after their claim; they are this sweep's to finish. */
export const takeAbandoned = (staticData: IDataObject): string[] => {
	const parsed = tokens.safeParse(staticData.abandoned);
	staticData.abandoned = [];
	return parsed.success ? parsed.data : [];
};

export const abandon = (staticData: IDataObject, given: readonly string[]): void => {
	const parsed = tokens.safeParse(staticData.abandoned);
	staticData.abandoned = [...(parsed.success ? parsed.data : []), ...given].slice(-MOST_ABANDONED);
};
