import type { CaseCode } from '../../shared/cases/core/taxonomy';

type Figures = { readonly [name: string]: string | number | null };

/** Why an order is not invoiced, or what the gate noticed. */
export interface Reason<Code extends string = string> {
	/** Stable: workflows and the exception router read it. */
	readonly code: Code;
	/** For people, with the figures in words. */
	readonly message: string;
	readonly figures?: Figures;
}

/** Something that a rule may find: its code, the case it stands for, and what it says about its subject. */
export interface Finding<Code extends string, Subject> {
	readonly code: Code;
	readonly case: CaseCode;
	readonly sentence: (subject: Subject) => string;
	readonly figures?: (subject: Subject) => Figures;
}

export const finding = <const Code extends string, Subject>(
	declared: Finding<Code, Subject>,
): Finding<Code, Subject> => declared;

export const reasonOf = <Code extends string, Subject>(
	{ code, sentence, figures }: Finding<Code, Subject>,
	subject: Subject,
): Reason<Code> =>
	figures
		? { code, message: sentence(subject), figures: figures(subject) }
		: { code, message: sentence(subject) };
