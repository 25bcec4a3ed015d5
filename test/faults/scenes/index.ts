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
