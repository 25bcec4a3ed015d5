/** What the editor offers to switch a rule or to widen it: pure data in the shape of an n8n property. */

type Described<Name extends string, Type extends string> = {
	readonly displayName: string;
	readonly name: Name;
	readonly type: Type;
	readonly description?: string;
};

type Choice<Value extends string> = {
	readonly name: string;
	readonly value: Value;
	readonly description?: string;
};

/** A switch, a number, a text or a date. */
export const option = <const Name extends string, const Type extends string, More>(
	declared: Described<Name, Type> & More,
): Described<Name, Type> & More => declared;

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
