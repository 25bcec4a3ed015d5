import type { Json } from '../../../../../nodes/shared/odoo/OdooTransport';
import type { Row } from './matches';

/** Records by model and id. */
export type Records = { readonly [model: string]: { readonly [id: number]: Row } };

/** So many days from now, in UTC. */
export const at = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
export const on = (days: number): string => at(days).slice(0, 10);

/** Under today's name and the older ones. */
export const also = (value: Json, ...names: readonly string[]): Row =>
	Object.fromEntries(names.map((name) => [name, value]));

export const written = { create_date: at(-3), write_date: at(-0.01), create_uid: 2, write_uid: 2 };
