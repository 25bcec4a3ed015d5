import { z } from 'zod';

/** The shape of what each method answers with. What comes in another shape is not Odoo's answer to that call. */

const identified = z.array(z.object({ id: z.number() }).passthrough());
const rows = z.array(z.record(z.unknown()));
const fields = z.record(z.unknown());
const ids = z.union([z.number(), z.array(z.number())]);

const languageOrNone = z.union([z.string(), z.literal(false), z.null()]);

/** A window that Odoo would open for a person. */
const action = z.object({ type: z.string().startsWith('ir.actions.') }).passthrough();
const doneOrAction = z.union([z.boolean(), z.null(), ids, action]);

const READS = {
	check_access_rule: z.null(),
	check_access_rights: z.boolean(),
	check_object_reference: z.tuple([z.string(), z.number()]),
	context_get: z.object({ lang: languageOrNone, tz: languageOrNone }).passthrough(),
	default_get: fields,
	fields_get: z.record(fields),
	formatted_read_group: rows,
	get_metadata: identified,
	has_access: z.boolean(),
	has_group: z.boolean(),
	name_search: z.array(z.tuple([z.number(), z.string()])),
	read: identified,
	read_group: rows,
	search: z.array(z.number()),
	search_count: z.number(),
	search_read: identified,
	web_read: identified,
	web_search_read: z.object({ length: z.number(), records: identified }),
} as const;

/** Methods that make or change records and answer with nothing but that. */
const WRITES = {
	create: ids,
	load: z.object({
		ids: z.union([z.array(z.number()), z.literal(false)]),
		messages: z.array(z.record(z.unknown())).default([]),
	}),
	message_subscribe: z.union([z.boolean(), z.null()]),
	message_unsubscribe: z.union([z.boolean(), z.null()]),
	unlink: z.literal(true),
	web_save_multi: identified,
	write: z.literal(true),
} as const;

/** Buttons: where one answers with a window, Odoo asks something first and has done nothing. */
const BUTTONS = [
	'action_assign',
	'action_confirm',
	'action_post',
	'action_split_transfer',
	'do_unreserve',
] as const;

/** Wizards and links, for which a window is the regular end. */
const WINDOWS = ['action_send_and_print', 'action_view_inventory', 'create_invoices'] as const;

const SHAPES: { readonly [method: string]: z.ZodTypeAny } = {
	...READS,
	...WRITES,
	...Object.fromEntries([...BUTTONS, ...WINDOWS].map((method) => [method, doneOrAction])),
};

export const isRead = (method: string): boolean => Object.hasOwn(READS, method);

/** Whether the package knows what that method answers with. */
export const isKnownMethod = (method: string): boolean => Object.hasOwn(SHAPES, method);

type Answer =
	| { readonly kind: 'answer'; readonly value: unknown }
	/** Odoo asks something first. */
	| { readonly kind: 'window'; readonly title: string }
	| { readonly kind: 'foreign' };

const isOf = (asked: unknown, value: unknown): boolean =>
	Array.isArray(asked) && Object.keys(fields.parse(value)).every((name) => asked.includes(name));

const buttons: ReadonlySet<string> = new Set(BUTTONS);
const title = z.object({ name: z.string().optional() });

/** @param args of the call: defaults are given for the fields that were asked for, and for no other */
export const readAnswer = (
	method: string,
	value: unknown,
	args: { readonly [name: string]: unknown } = {},
): Answer => {
	const shape = Object.hasOwn(SHAPES, method) ? SHAPES[method] : undefined;
	if (shape === undefined) return { kind: 'answer', value };
	if (!shape.safeParse(value).success) return { kind: 'foreign' };
	if (method === 'default_get' && !isOf(args.fields, value)) return { kind: 'foreign' };
	if (buttons.has(method) && action.safeParse(value).success)
		return { kind: 'window', title: title.parse(value).name ?? 'a further question' };
	return { kind: 'answer', value };
};
