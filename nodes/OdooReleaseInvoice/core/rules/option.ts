/** What the editor offers to switch a rule or to widen it: pure data in the shape of an n8n property. */

type Described<Name extends string, Type extends string> = {
	readonly displayName: string;
	readonly name: Name;
	readonly type: Type;
	readonly description: string;
	readonly placeholder?: string;
	readonly typeOptions?: {
		readonly minValue?: number;
		readonly maxValue?: number;
		readonly numberPrecision?: number;
		readonly multipleValues?: boolean;
		readonly multipleValueButtonText?: string;
	};
	readonly displayOptions?: { readonly show: { readonly [parameter: string]: string[] } };
};

type Choice<Value extends string> = {
	readonly name: string;
	readonly value: Value;
	readonly description?: string;
};

/** A switch, a number, a text or a date. */
export const option = <
	const Name extends string,
	const Type extends string,
	const Default extends string | number | boolean | string[],
>(
	declared: Described<Name, Type> & { readonly default: Default },
) => declared;

export const choiceOption = <const Name extends string, const Value extends string>(
	declared: Described<Name, 'options'> & {
		readonly options: Choice<Value>[];
		readonly default: NoInfer<Value>;
	},
) => declared;

export const choicesOption = <const Name extends string, const Value extends string>(
	declared: Described<Name, 'multiOptions'> & {
		readonly options: Choice<Value>[];
		readonly default: NoInfer<Value>[];
	},
) => declared;

/** How far two figures may differ; one that is not added sets no limit. */
export const toleranceOption = <const Name extends string>(
	declared: Pick<Described<Name, 'number'>, 'displayName' | 'name' | 'description'>,
) =>
	option({
		...declared,
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 1_000_000_000, numberPrecision: 4 },
		default: 0,
	});
