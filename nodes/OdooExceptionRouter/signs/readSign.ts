import type { IDataObject } from 'n8n-workflow';

import type { Sign } from '../core/sign';
import type { SignParameters } from '../parameters';
import type { Source } from '../properties/exception';
import { toAllocationSign } from './allocation';
import { toTextSign } from './classification';
import { toCreditSign } from './credit';
import { toFailureSign } from './failure';
import { toInvoiceSign, toNothingSign } from './invoice';

type Reader = readonly [
	source: Exclude<Source, 'auto' | 'named'>,
	read: (json: IDataObject) => Sign | null,
];

/**
 * What broke comes first, then the "no" of the last step in the pipeline: a step only runs when the ones before it
 * let the order pass. An order with nothing to invoice is an exception only when nothing else is.
 */
const READERS: readonly Reader[] = [
	['failure', ({ error }) => toFailureSign(error)],
	['invoice', ({ invoice }) => toInvoiceSign(invoice)],
	['allocation', ({ allocation }) => toAllocationSign(allocation)],
	['credit', ({ credit }) => toCreditSign(credit)],
	['classification', ({ classification }) => toTextSign(classification)],
	['invoice', ({ invoice }) => toNothingSign(invoice)],
];

/** What makes the item an exception. */
export const readSign = (
	json: IDataObject,
	{ source, caseCode, explanation }: SignParameters,
): Sign => {
	if (source === 'named') return { kind: 'named', code: caseCode, text: explanation };
	const wanted = READERS.filter(([name]) => source === 'auto' || source === name);
	return (
		wanted.reduce<Sign | null>((sign, [, read]) => sign ?? read(json), null) ?? { kind: 'nothing' }
	);
};
