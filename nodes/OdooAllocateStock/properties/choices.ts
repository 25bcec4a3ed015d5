import type { Choice } from '../../shared/n8n/settings/kinds';

interface Shown<Code extends string> {
	readonly code: Code;
	readonly label: string;
	readonly description: string;
}

/** A table of the core as options of the editor, in the table's order. */
export const choicesOf = <Code extends string>(
	table: Readonly<Record<string, Shown<Code>>>,
): Choice<Code>[] =>
	Object.values(table).map(({ code, label, description }) => ({
		name: label,
		value: code,
		description,
	}));
