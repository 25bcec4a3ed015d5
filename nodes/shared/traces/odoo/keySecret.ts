import { createHmac, randomBytes } from 'node:crypto';

import type { OdooDomain } from '../../odoo/domain';
import { OdooError } from '../../odoo/errors';
import type { OdooClient } from '../../odoo/OdooClient';
import { message } from '../../odoo/records/party';
import { HIDDEN, hiddenColumns } from './hiddenMessage';
import { importRows } from './importRows';
import { messageId, messageIdLike } from './messageIds';
import { madeByPipeline } from './ownRecords';

const KIND = 'secret';
const PREFIX = 'secret_';
const SECRET = /^[0-9a-f]{64}$/;
const MARK = '-k';
const MARKED = /-k[0-9a-f]{24}$/;

/** The key with a part that only who knows the pipeline's secret can work out. */
export const guardedKey = (secret: string, key: string): string =>
	`${key}${MARK}${createHmac('sha256', secret).update(key).digest('hex').slice(0, 24)}`;

/** The key without that part. */
export const plainKey = (key: string): string => key.replace(MARKED, '');

/**
 * What makes keys that outsiders cannot guess: drawn once for a database, and kept in it as a message that belongs to no
 * document, which Odoo shows to its author and its recipients alone. Of several the oldest is the pipeline's. One call;
 * the first time three.
 * @throws OdooError
 */
export const readKeySecret = async (client: OdooClient): Promise<string> =>
	(await findKeySecret(client))?.text ?? (await makeKeySecret(client));

const makeKeySecret = async (client: OdooClient): Promise<string> => {
	const { uid } = await client.session();
	// Somebody may have taken the key that two first runs at once would agree on.
	const keys = [`${PREFIX}${uid}`, `${PREFIX}${uid}_${randomBytes(8).toString('hex')}`];
	const refused: OdooError[] = [];
	for (const key of keys) {
		refused.push(...(await make(client, key)));
		const made = await findKeySecret(client);
		if (made) return made.text;
	}
	throw refused[0] ?? notReadBack();
};

const notReadBack = (): OdooError =>
	new OdooError({
		kind: 'server',
		call: 'mail.message.load',
		reason: 'the secret of the keys was created and cannot be read back',
	});

/** @returns why Odoo refused it. @throws OdooError that concerns all calls */
const make = async (client: OdooClient, key: string): Promise<OdooError[]> => {
	const { uid, version } = await client.session();
	const partners = (await client.pipelineUsers()).flatMap(({ partnerId }) => partnerId ?? []);
	const columns = {
		...hiddenColumns(version),
		message_id: messageId(`${PREFIX}${uid}`, KIND),
		subject: randomBytes(32).toString('hex'),
		...(partners.length > 0 ? { 'partner_ids/.id': partners.join() } : {}),
	};
	const { failed } = await importRows(client, { model: message.model, rows: [{ key, columns }] });
	const refused = [...failed.values()];
	const forAll = refused.find(({ concernsAll }) => concernsAll);
	if (forAll) throw forAll;
	return refused;
};

export interface KeySecret {
	readonly text: string;
	/** What was written before it has a smaller one. */
	readonly messageId: number;
}

/** Null until the first key needs it. One call. @throws OdooError */
export const findKeySecret = async (client: OdooClient): Promise<KeySecret | null> => {
	const domain: OdooDomain = [
		['message_type', '=', HIDDEN],
		['message_id', '=like', messageIdLike(PREFIX, KIND)],
		await madeByPipeline(client),
	];
	const fields = ['id', 'subject', 'partner_ids', 'create_uid'] as const;
	const found = await client.search(message, fields, domain, { order: 'id' });
	const oldest = found.find(({ subject }) => SECRET.test(subject ?? ''));
	if (!oldest) return null;
	await shareWithAll(client, oldest.id, {
		isOwn: oldest.create_uid?.id === (await client.session()).uid,
		shared: oldest.partner_ids,
	});
	return oldest.subject === null ? null : { text: oldest.subject, messageId: oldest.id };
};

/** Users who were named after it was made cannot read it yet, and would make another. */
const shareWithAll = async (
	client: OdooClient,
	secretId: number,
	{ isOwn, shared }: { readonly isOwn: boolean; readonly shared: readonly number[] },
): Promise<void> => {
	const users = await client.pipelineUsers();
	const lacking = users.flatMap(({ partnerId }) =>
		partnerId === null || shared.includes(partnerId) ? [] : partnerId,
	);
	if (!isOwn || lacking.length === 0) return;
	const values = { partner_ids: lacking.map((id) => [4, id]) };
	const { failed } = await client.write(message.model, [secretId], values);
	for (const error of failed.values()) throw error;
};
