import type { OrderFacts } from './facts';
import type { Broken } from './laws/broken';
import type { History, Step } from './steps';

/** A history as far as it was played, on the real Odoo or on the simulation. */
export interface PlayedHistory {
	readonly history: History;
	readonly played: readonly Played[];
}

/** What became of a step. */
export interface Played {
	readonly step: Step;
	/** Why it was no step; null when it was done. */
	readonly refused: string | null;
	/** What the nodes said; empty for people. */
	readonly answers: readonly string[];
	readonly broken: readonly Broken[];
	/** Afterwards. */
	readonly facts: OrderFacts;
}
