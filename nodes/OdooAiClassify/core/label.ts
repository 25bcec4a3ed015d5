/** One entry of the closed set a text is labelled with. */
export interface Label {
	/** What items carry and workflows branch on. */
	readonly name: string;
	/** As people read it. */
	readonly title: string;
	/** What the label means, for people and for the model. */
	readonly description: string;
	/**
	 * Phrases that speak for it. Case and accents do not matter; `*` stands for the rest of a word, `...` for up to four
	 * words in between.
	 */
	readonly keywords: readonly string[];
	/** Somebody has to do something about such a text. Only the rules may say that nobody has to. */
	readonly needsAttention: boolean;
}

/** A passage of the text, as it stands there: `text.slice(start, end) === quote`. */
export interface Evidence {
	readonly quote: string;
	readonly start: number;
	readonly end: number;
}

/** The label as people read it. */
export const titleOf = (labels: readonly Label[], name: string): string =>
	labels.find((label) => label.name === name)?.title ?? name;
