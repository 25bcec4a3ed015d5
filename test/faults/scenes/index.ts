import { allocationFaults } from './allocation';
import { classificationFaults } from './classification';
import { creditFaults } from './credit';
import { eventFaults } from './events';
import { exceptionFaults } from './exceptions';
import { invoicingFaults } from './invoicing';
import type { Scene } from './scene';

export const SCENES: readonly Scene[] = [
	creditFaults,
	allocationFaults,
	invoicingFaults,
	exceptionFaults,
	eventFaults,
	classificationFaults,
];

/** Of a scene's recording. */
export const fileOf = (name: string): string =>
	`${name.replace(/\W+(\w)/g, (_found, letter: string) => letter.toUpperCase())}.json`;
