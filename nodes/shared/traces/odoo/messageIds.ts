import { escapeLike } from '../../odoo/domain';

/** What a trace is found by: a note that people read, or a fact of a kind that only nodes read. */
const suffixOf = (kind?: string): string => `@n8n-o2c${kind === undefined ? '' : `-${kind}`}>`;

/** A message's own id, searchable in Odoo; traces of one sort share the beginning of their key. */
export const messageId = (key: string, kind?: string): string => `<${key}${suffixOf(kind)}`;

/** For `=like` on a message's id: the traces whose key begins so. */
export const messageIdLike = (keyPrefix: string, kind?: string): string =>
	`<${escapeLike(keyPrefix)}%${suffixOf(kind)}`;

/** Whether a message is a note of the nodes' own. */
export const isTrace = (id: string | null): boolean => (id ?? '').endsWith(suffixOf());

export const keyOfMessage = (id: string | null, kind?: string): string =>
	(id ?? '').slice(1, -suffixOf(kind).length);
