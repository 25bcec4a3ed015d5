import { isOrderLines, readOrderDays, toOrders } from './orderLines';

const HEAD = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const text = [
	HEAD,
	'1001,P1,"Bowl, blue ""Ada""",12,2030-01-07 09:15:00,1.25,7,Norway',
	'1001,P2,Jug,2,2030-01-07 09:15:00,4.95,7,Norway',
	'1002,P1,"Bowl, blue ""Ada""",24,2030-01-08 10:00:00,1.1,8,Norway',
	'C1003,P1,Cancelled,-12,2030-01-08 10:00:00,1.25,7,Norway',
	'1004,P3,Returned,-1,2030-01-08 10:00:00,1.25,7,Norway',
	'1005,P4,A present,1,2030-01-08 10:00:00,0,7,Norway',
].join('\r\n');

describe('a list of order lines', () => {
	it('is known by its columns', () => {
		expect(isOrderLines(text)).toBe(true);
		expect(isOrderLines(HEAD)).toBe(true);
		expect(isOrderLines('InvoiceNo,Amount\n1001,15.00')).toBe(false);
	});

	it('gives the sales of each day, without what is cancelled, returned or free', () => {
		const days = readOrderDays(text);
		expect(new Map([...days].map(([day, invoices]) => [day, new Map(invoices)]))).toEqual(
			new Map([
				[
					'2030-01-07',
					new Map([
						[
							'1001',
							[
								{ product: 0, quantity: 12, multiple: 1, cents: 125 },
								{ product: 1, quantity: 2, multiple: 1, cents: 495 },
							],
						],
					]),
				],
				[
					'2030-01-08',
					new Map([['1002', [{ product: 0, quantity: 24, multiple: 1, cents: 110 }]]]),
				],
			]),
		);
	});

	it('becomes orders of one customer each, with the priority and the share that ships complete', () => {
		const [day] = readOrderDays(text).values();
		const kind = { priorities: [{ share: 1, weight: 2 }], shipsComplete: 1 };
		expect(toOrders(day ?? new Map(), 1, kind)).toMatchObject([
			{ customer: 0, weight: 2, shipsComplete: true },
		]);
	});
});
