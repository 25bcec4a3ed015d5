import type { Json } from '../../../../nodes/shared/odoo/OdooTransport';

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: unknown): value is { readonly [name: string]: Json } =>
	typeof value === 'object' && value !== null && !isList(value);

/** The numbers of a list; of anything else none. */
export const idsIn = (value: Json | undefined): number[] =>
	isList(value) ? value.filter((id): id is number => typeof id === 'number') : [];

/** The texts of a list; of anything else none. */
export const textsIn = (value: Json | undefined): string[] =>
	isList(value) ? value.filter((one): one is string => typeof one === 'string') : [];
