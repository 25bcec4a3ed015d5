import type { OdooClient } from '../../odoo/OdooClient';
import { ensureOnce, type EnsuredRecords } from './ensureOnce';
import { ownMessages } from './ownRecords';
import { tellOfTaken, type DocumentRow } from './takenKeys';

const MODEL = 'mail.message';

interface Wanted {
	readonly rows: readonly DocumentRow[];
	/** Money depends on the keys: outsiders cannot guess them, and the message under one may be another run's. */
	readonly areGuarded: boolean;
}

/** Messages on documents, each once for its key; what stands under a key counts when it is the pipeline's, and it. */
export const ensureDocumentMessages = async (
	client: OdooClient,
	{ rows, areGuarded }: Wanted,
): Promise<EnsuredRecords> => {
	const verify = async (
		some: readonly DocumentRow[],
		ids: ReadonlyMap<string, number>,
	): Promise<ReadonlySet<string>> => {
		const own = new Map(await ownMessages(client, [...ids.values()]));
		const isIt = ({ key, document, columns }: DocumentRow): boolean => {
			const found = own.get(ids.get(key) ?? 0);
			if (!found || areGuarded) return found !== undefined;
			return (
				found.model === document.model &&
				found.recordId === document.recordId &&
				found.messageId === columns.message_id
			);
		};
		return new Set(some.filter(isIt).map(({ key }) => key));
	};
	const made = await ensureOnce(client, { model: MODEL, rows, verify, isGuarded: areGuarded });
	return await tellOfTaken(client, MODEL, { rows, made });
};
