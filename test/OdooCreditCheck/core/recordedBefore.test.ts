import { createHash } from 'node:crypto';

import { identityOf } from '../../../nodes/OdooCreditCheck/core/identity';
import { fromReference, toReference } from '../../../nodes/OdooCreditCheck/core/record';
import { asRecordedBefore, PRESETS } from '../../../nodes/OdooCreditCheck/core/policy';
import { account, decideOne, earlier, givenFor, order, owed, release } from './builders';

/** As the node makes it of a text. */
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

const validity = { days: 7, growth: 10 };
const hashOf = (policy: unknown) => digest(JSON.stringify([policy, validity, null]));

describe('what earlier versions recorded in Odoo', () => {
	// A changed one would give every order that stays stopped one more note.
	it.each([
		['lenient', '82324bc8ab3f'],
		['standard', '6d056d2b9e1c'],
		['strict', '6074794332f2'],
	] as const)('has the hash of the policy %s in it', (preset, hash) => {
		expect(hashOf(asRecordedBefore(PRESETS[preset]))).toBe(hash);
	});

	it('has the digest of a decision in it', () => {
		const decision = decideOne({
			accounts: [account({ holdFlag: true, missingData: ['Tax ID'], items: [owed(950, 40)] })],
			orders: [
				order({
					heldByHand: true,
					paymentTerm: { id: 3, name: '90 Days' },
					term: { id: 3, days: 90 },
					earlier: earlier({ decision: 'onHold' }),
					releases: [release({ id: 11, name: 'Sam Sales' })],
				}),
			],
			rules: { policy: PRESETS.strict, validity },
		});
		const identity = identityOf(decision, hashOf(asRecordedBefore(PRESETS.strict)));
		expect(identity).toBe(
			'[1,"onHold",["customer_on_hold:hold","order_on_hold:hold","limit_exceeded:hold","overdue_days:hold","overdue_share:ask","terms_changed:ask","missing_data:ask"],100,"EUR",1000,null,null,"6074794332f2"]',
		);
		expect(digest(identity)).toBe('51202e834ac5');
	});

	it('is read again from the reference of its note', () => {
		const record = {
			orderId: 42,
			sequence: 2,
			decision: 'onHold',
			byHand: true,
			holdIsTheirs: true,
			takesOff: [],
			on: '2026-11-22',
			digest: '0123456789ab',
			given: givenFor({ total: 1_234.56 }),
		} as const;
		const reference = 'credit-42-2-m-20261122-12345600-0123456789ab-7-1';
		expect(toReference(record)).toBe(reference);
		expect(fromReference(reference)).toEqual(record);
	});
});
