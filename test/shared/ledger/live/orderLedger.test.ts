import { roundTo } from '../../../../nodes/shared/core/exact';
import { addAmounts, sumAmounts, type Amount } from '../../../../nodes/shared/ledger/core/amount';
import { openDownPayment } from '../../../../nodes/shared/ledger/core/downPayments';
import {
	amountFor,
	type LineLedger,
	type OrderLedger,
} from '../../../../nodes/shared/ledger/core/orderLedger';
import { readOrderLedgers } from '../readOrderLedgers';
import { axiosClient } from '../../../support/axiosExchange';
import { liveOdoo } from '../../../support/liveOdoo';
import { withMoreModules } from '../../../support/moreModules';
import { recordsOf } from '../../../support/scene/records';
import { sqlOn } from '../../../support/scene/sql';
import { exposureFiguresOf, exposureRow, exposureSql } from '../../../OdooCreditCheck/creditSql';
import { checkLive } from '../../../OdooCreditCheck/creditRun';
import { creditScene } from '../../../OdooCreditCheck/creditScene';
import { mixedOrders, type MixedOrders } from '../ledgerMix';
import { ledgerFigures, PARTS, roundedLedgerSql } from '../ledgerSql';

jest.setTimeout(900_000);

withMoreModules();

const figuresOf = ({ id, lines, downPayments }: OrderLedger) => {
	const total = (amountOf: (line: LineLedger) => Amount): number =>
		roundTo(sumAmounts(lines.map(amountOf)).gross, 2);
	return {
		id,
		undelivered: total((line) => amountFor(line, line.undelivered)),
		delivered: total((line) => amountFor(line, line.deliveredNotInvoiced)),
		draft: total(({ documents }) => documents.draft.amount),
		posted: total(({ documents }) => documents.posted.amount),
		credited: total(({ documents }) =>
			addAmounts(documents.draftCredit.amount, documents.postedCredit.amount),
		),
		paid_down: roundTo(openDownPayment(downPayments).gross, 2),
		agrees: true,
	};
};

let mix: MixedOrders;
beforeAll(async () => {
	mix = await mixedOrders(recordsOf(), 300);
});

describe('the ledger of 300 mixed orders', () => {
	it('is what SQL makes of the same tables, to the cent, in a call for each 200', async () => {
		const { orders, kindOf } = mix;
		const client = axiosClient(liveOdoo().user);
		const ledgers = await readOrderLedgers(client, orders);
		expect(ledgers.size).toBe(orders.length);
		const sql = await sqlOn(recordsOf());
		const recomputed = await sql(ledgerFigures, roundedLedgerSql(orders));
		const byKind = (figures: readonly { readonly id: number }[]) =>
			figures.map((one) => ({ kind: kindOf.get(one.id), ...one }));
		expect(byKind([...ledgers.values()].map(figuresOf).sort((a, b) => a.id - b.id))).toEqual(
			byKind(recomputed),
		);
		// The mix is one: no figure is nothing for everybody.
		for (const figure of [
			'undelivered',
			'delivered',
			'draft',
			'posted',
			'credited',
			'paid_down',
		] as const)
			expect(recomputed.filter((one) => one[figure] !== 0).length).toBeGreaterThan(7);
	});

	it('is what Credit Check counts of them', async () => {
		const { customers } = mix;
		const scene = creditScene();
		const item = await scene.product();
		const orders: number[] = [];
		for (const customer of customers) orders.push(await scene.order(customer, { price: 1, item }));
		const { creditOf } = await checkLive(orders, { dryRun: true });
		const credits = orders.map(creditOf);
		const query = { accountIds: customers, today: credits[0]?.rateDate ?? '', parts: PARTS };
		const sql = await sqlOn(scene);
		expect(credits.map(exposureFiguresOf)).toEqual(await sql(exposureRow, exposureSql(query)));
	});
});
