import type { INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';

/**
 * A setting: what the editor shows of a parameter, and how its value is read, from one description. A parameter that is
 * hidden or was not added has the value that the editor would begin with.
 */
export interface Setting<Name extends string = string, Value = unknown> {
	readonly property: INodeProperties & { readonly name: Name };
	/**
	 * @param given undefined for a parameter that is hidden or was not added
	 * @param within labels of the groups around it
	 * @throws UnusableSetting
	 */
	readonly read: (given: unknown, within: readonly string[]) => Value;
	/** What a collection is made of; each part is read by a path of its own. */
	readonly parts?: readonly Setting[];
}

/** The value of a parameter cannot be used. */
export class UnusableSetting extends Error {
	/** @param labels as the editor shows them, from the outermost group to the parameter */
	constructor(labels: readonly string[], why: string) {
		super(`'${labels.join(' › ')}' cannot be used: ${why}`);
	}
}

type NameOf<S> = S extends Setting<infer Name> ? Name : never;
export type ValueOf<S> = S extends Setting<string, infer Value> ? Value : never;

/** The values of a list of settings, by their names. */
export type Values<List extends readonly Setting[]> = {
	readonly [Each in List[number] as NameOf<Each>]: ValueOf<Each>;
};

/** A property as it is described for one kind of control. */
export type Described<Name extends string, Type extends INodeProperties['type']> = Omit<
	INodeProperties,
	'default' | 'name' | 'options' | 'type'
> & { readonly name: Name; readonly type: Type };

/** A setting whose value a schema reads, the editor's default like any other value. */
export const readBy = <Name extends string, Value>(
	property: INodeProperties & { readonly name: Name },
	schema: z.ZodType<Value, z.ZodTypeDef, unknown>,
): Setting<Name, Value> => ({
	property,
	read: (given, within) => {
		const parsed = schema.safeParse(given === undefined ? property.default : given);
		if (parsed.success) return parsed.data;
		throw new UnusableSetting(
			[...within, property.displayName],
			parsed.error.issues.map(({ message }) => message).join('; '),
		);
	},
});

/** An option that says something only once it was added: null until then, whatever the editor begins with. */
export const whenAdded = <Name extends string, Value>(
	setting: Setting<Name, Value>,
): Setting<Name, Value | null> => ({
	...setting,
	read: (given, within) => (given === undefined ? null : setting.read(given, within)),
});
