import type { Json } from '../../../../nodes/shared/odoo/OdooTransport';
import { isList, isObject, textsIn } from './json';
import { fieldIn, hasModel, isKnownModel, methodIn, type FieldFact } from './facts';

/** A call as JSON-RPC sends it. */
export interface SentCall {
	readonly model: string;
	readonly method: string;
	readonly positional: readonly Json[];
	readonly named: { readonly [name: string]: Json };
}

/** Kinds of transfers that Dropshipping adds. */
const OF_OTHER_MODULES: readonly Json[] = ['dropship'];
const isOfAnotherModule = (value: Json): boolean => OF_OTHER_MODULES.includes(value);

/** What one version of Odoo would not understand of a call, in words; nothing when it would understand all. */
export const callFaults = (version: number, call: SentCall): string[] => {
	const { model, method } = call;
	if (!isKnownModel(model)) return [`no facts about ${model}`];
	if (!hasModel(version, model)) return [`no model ${model}`];
	const of = reader(version);
	const { args, faults } = bind(version, call);
	return [
		...faults,
		...pageFaults(model, args),
		...of.domain(model, args.domain ?? args.args),
		...of.order(model, args.order ?? args.orderby),
		...of.fields(
			model,
			[...textsIn(args.fields), ...textsIn(args.fields_list), ...textsIn(args.allfields)],
			method,
		),
		...of.fields(model, [...textsIn(args.groupby), ...textsIn(args.aggregates)], 'read_group'),
		...of.specification(model, args.specification),
		...of.values(model, valuesOf(method, args)),
		...(method === 'load' ? of.rows(model, textsIn(args.fields), args.data) : []),
	];
};

/** Odoo cuts messages to the page first and takes off afterwards what the user may not see: a short page is no last one. */
const pageFaults = (model: string, { limit, offset }: SentCall['named']): string[] =>
	model === 'mail.message' && (limit || offset) ? ['mail.message is read by pages'] : [];

/** Arguments by today's meaning, and those that the method of that version does not take. */
const bind = (version: number, { model, method, positional, named }: SentCall) => {
	const fact = methodIn(version, model, method);
	if (!fact) return { args: named, faults: [`no method ${model}.${method}`] };
	const placed = fact.onRecords ? positional.slice(1) : positional;
	const isIds = isList(positional[0]) && positional[0].every((id) => typeof id === 'number');
	const names = fact.parameters.map(({ name }) => name);
	const args = {
		...named,
		...Object.fromEntries(placed.map((value, at) => [names[at] ?? `#${at}`, value])),
	};
	const twice = placed.flatMap((_value, at) => {
		const name = names[at] ?? '';
		return Object.hasOwn(named, name) ? [`${model}.${method} gets ${name} twice`] : [];
	});
	const said = (name: string) => Object.hasOwn(args, name);
	return {
		args,
		faults: [
			...twice,
			...(fact.onRecords && !isIds ? [`${model}.${method} without ids`] : []),
			...Object.keys(args)
				.filter((name) => name !== 'context' && !fact.takesAnything && !names.includes(name))
				.map((name) => `${model}.${method} takes no ${name}`),
			...fact.parameters
				.filter(({ name, optional }) => !optional && !said(name))
				.map(({ name }) => `${model}.${method} wants ${name}`),
		],
	};
};

const WRITES: readonly string[] = ['create', 'write', 'web_save', 'web_save_multi'];

const valuesOf = (method: string, args: { readonly [name: string]: Json }): readonly Json[] => {
	if (!WRITES.includes(method)) return [];
	const { vals_list: many, values_list: others, vals, values } = args;
	return [many, others, vals, values].flatMap((value) =>
		isList(value) ? value : value === undefined ? [] : [value],
	);
};

const reader = (version: number) => {
	const path = (model: string, steps: string): { fact: FieldFact | null; faults: string[] } => {
		const [first = '', ...rest] = steps.split('.');
		const fact = fieldIn(version, model, first);
		if (!fact) {
			const known = isKnownModel(model);
			return { fact, faults: [known ? `no field ${model}.${first}` : `no facts about ${model}`] };
		}
		if (rest.length === 0) return { fact, faults: [] };
		return path(fact.model ?? `${model}.${first}`, rest.join('.'));
	};

	const value = (where: string, fact: FieldFact | null, given: Json): string[] =>
		(isList(given) ? given : [given])
			.filter((one) => typeof one === 'string' && one !== '' && fact?.values !== undefined)
			.filter((one) => !fact?.values?.includes(String(one)) && !isOfAnotherModule(one))
			.map((one) => `${where} is never ${String(one)}`);

	const domain = (model: string, given: Json | undefined): string[] =>
		(isList(given) ? given : []).filter(isList).flatMap(([steps, operator, wanted = null]) => {
			const { fact, faults } = path(model, String(steps));
			if (operator === 'any' && fact?.model) return [...faults, ...domain(fact.model, wanted)];
			const exact = operator === '=' || operator === 'in';
			return [...faults, ...(exact ? value(`${model}.${String(steps)}`, fact, wanted) : [])];
		});

	const order = (model: string, given: Json | undefined): string[] =>
		(typeof given === 'string' ? given.split(',') : []).flatMap(
			(part) => path(model, part.trim().split(' ')[0] ?? '').faults,
		);

	const fields = (model: string, names: readonly string[], method: string): string[] =>
		names
			// Odoo's import names a record by its database or external id as well.
			.map((name) =>
				method === 'load' ? name.replace(/(^|\/)\.?id$/, '') : (name.split(':')[0] ?? ''),
			)
			.filter((name) => name !== '' && name !== '__count')
			.flatMap((name) => path(model, name.replaceAll('/', '.')).faults);

	const specification = (model: string, given: Json | undefined): string[] =>
		Object.entries(isObject(given) ? given : {}).flatMap(([field, nested]) => {
			const { fact, faults } = path(model, field);
			const inner = isObject(nested) ? nested.fields : undefined;
			if (inner === undefined || !fact) return faults;
			return [
				...faults,
				...(fact.model ? specification(fact.model, inner) : [`${model}.${field} has no fields`]),
			];
		});

	const values = (model: string, records: readonly Json[]): string[] =>
		records.filter(isObject).flatMap((record) =>
			Object.entries(record).flatMap(([field, given]) => {
				const { fact, faults } = path(model, field);
				const commands = isList(given) && fact?.model ? given.filter(isList) : [];
				return [
					...faults,
					...(typeof given === 'string' ? value(`${model}.${field}`, fact, given) : []),
					...values(
						fact?.model ?? '',
						commands.flatMap(([, , nested]) => nested ?? []),
					),
				];
			}),
		);

	const rows = (model: string, columns: readonly string[], data: Json | undefined): string[] =>
		(isList(data) ? data : [])
			.filter(isList)
			.flatMap((row) =>
				columns.flatMap((column, at) =>
					column.includes('/') || column === '.id'
						? []
						: value(`${model}.${column}`, fieldIn(version, model, column), row[at] ?? null),
				),
			);

	return { domain, order, fields, specification, values, rows };
};
