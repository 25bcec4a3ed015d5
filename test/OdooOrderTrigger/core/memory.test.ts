import fc from 'fast-check';

import { digestOf } from '../../../nodes/OdooOrderTrigger/core/digest';
import {
	decideChange,
	decideHold,
	type History,
	type Step,
} from '../../../nodes/OdooOrderTrigger/core/history';
import { MOST_KNOWN, unknownOf, withKnown } from '../../../nodes/OdooOrderTrigger/core/known';
import { eventId, type OrderEvent } from '../../../nodes/OdooOrderTrigger/core/orderEvent';

const event = (orderId: number, id = `orderConfirmed-${orderId}`): OrderEvent => ({
	id,
	type: 'orderConfirmed',
	orderId,
	occurredAt: '2026-11-22 12:00:00',
	document: { model: 'sale.order', id: orderId, reference: `S${orderId}` },
});

/** Sees one order in state after state; every step that is not "nothing" is remembered, as a claim is. */
const remember = <State>(
	states: readonly State[],
	decide: (history: History, state: State) => Step,
) => {
	const history: string[] = [];
	const told: number[] = [];
	states.forEach((state, index) => {
		const step = decide(history, state);
		if (step.kind === 'nothing') return;
		expect(history).not.toContain(step.id);
		history.push(step.id);
		if (step.kind === 'event') told.push(index);
	});
	return told;
};

describe('holds', () => {
	it('are reported each time that one that was seen is gone, and never else', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean()), (held) => {
				const told = remember(held, (history, isHeld) => decideHold(7, history, isHeld));
				const ended = held.flatMap((isHeld, index) => (!isHeld && held[index - 1] ? [index] : []));
				expect(told).toEqual(ended);
			}),
		);
	});
});

describe('changes', () => {
	it('are reported each time that the values differ from the last ones seen, back and forth', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (values) => {
				const told = remember(values, (history, value) =>
					decideChange(7, history, { digest: digestOf(value), wasWritten: false }),
				);
				const changed = values.flatMap((value, index) =>
					index > 0 && value !== values[index - 1] ? [index] : [],
				);
				expect(told).toEqual(changed);
			}),
		);
	});

	it('count from the first sight when Odoo said that a watched field was written', () => {
		expect(decideChange(7, [], { digest: 'd', wasWritten: true })).toEqual({
			kind: 'event',
			id: 'orderChanged-7-1-d',
		});
	});

	it('are seen by a digest that differs for different values', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (one, other) => {
				expect(digestOf(one) === digestOf(other)).toBe(one === other);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('known events', () => {
	it('are bounded, the oldest forgotten first', () => {
		const known = withKnown(
			Array.from({ length: MOST_KNOWN }, (_, index) => `old-${index}`),
			['new'],
		);
		expect(known).toHaveLength(MOST_KNOWN);
		expect(known[0]).toBe('old-1');
		expect(known.at(-1)).toBe('new');
	});

	it('are left out, and so is a second one of the same id', () => {
		expect(
			unknownOf([event(1), event(2), event(1)], ['orderConfirmed-2']).map(({ orderId }) => orderId),
		).toEqual([1]);
	});
});

it('an event id has only characters that an external id of Odoo takes', () => {
	fc.assert(
		fc.property(fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 }), (parts) => {
			expect(eventId('orderConfirmed', ...parts)).toMatch(/^orderConfirmed(-[A-Za-z0-9_]*)*$/);
		}),
	);
});
