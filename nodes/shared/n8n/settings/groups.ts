import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { UnusableSetting, type Described, type Setting, type Values } from './setting';

type Fields = { readonly [name: string]: unknown };

const fields = z.record(z.unknown());

const fieldsOf = (given: unknown, labels: readonly string[]): Fields => {
	// A group that nobody filled in is stored as nothing at all, or as an empty text.
	const parsed = fields.safeParse(given || {});
	if (parsed.success) return parsed.data;
	throw new UnusableSetting(labels, 'it has to be filled in field by field');
};

const valuesOf = <const List extends readonly Setting[]>(
	parts: List,
	given: Fields,
	labels: readonly string[],
): Values<List> =>
	Object.fromEntries(
		parts.map(({ property, read }) => [property.name, read(given[property.name], labels)]),
	) as Values<List>;

/** What a new node begins with stands in the description, where n8n's linter looks for it. */
type Group<Name extends string, Type extends INodeProperties['type']> = Described<Name, Type> & {
	readonly default?: INodeParameters;
};

/** n8n misses a required option even when nobody added it, and does not run the node; an added one is read for itself. */
const asOption = ({ property }: Setting): INodeProperties => ({ ...property, required: undefined });

/** What a node calls its collection of options. */
export const OPTIONS = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
} as const;

/** A collection of options, each of which a person adds; one that is not added has its default. */
export const optionsSetting = <Name extends string, const List extends readonly Setting[]>(
	property: Group<Name, 'collection'>,
	parts: List,
): Setting<Name, Values<List>> => ({
	property: { ...property, default: {}, options: parts.map(asOption) },
	parts,
	read: (given, within) => {
		const labels = [...within, property.displayName];
		return valuesOf(parts, fieldsOf(given, labels), labels);
	},
});

interface Row {
	readonly name: string;
	readonly displayName: string;
}

const rowsIn = (given: unknown, { name }: Row, labels: readonly string[]): readonly unknown[] => {
	const rows = fieldsOf(given, labels)[name] ?? [];
	if (Array.isArray(rows)) return rows;
	throw new UnusableSetting(labels, 'it has to be a list of rows');
};

/** A list of rows that all have the same fields; a new node has those of the property's default. */
export const rowsSetting = <Name extends string, const List extends readonly Setting[]>(
	property: Group<Name, 'fixedCollection'>,
	row: Row,
	parts: List,
): Setting<Name, readonly Values<List>[]> => {
	const editor: INodeProperties & { readonly name: Name } = {
		...property,
		typeOptions: { multipleValues: true, ...property.typeOptions },
		default: property.default ?? {},
		options: [{ ...row, values: parts.map((part) => part.property) }],
	};
	return {
		property: editor,
		read: (given, within) => {
			const labels = [...within, property.displayName];
			const rows = rowsIn(given === undefined ? editor.default : given, row, labels);
			return rows.map((values, index) => {
				const inRow = rows.length > 1 ? [...labels, `${row.displayName} ${index + 1}`] : labels;
				return valuesOf(parts, fieldsOf(values, inRow), inRow);
			});
		},
	};
};
