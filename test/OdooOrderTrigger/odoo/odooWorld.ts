import type { OdooCall } from '../../../nodes/shared/odoo/OdooTransport';
import type { OdooDomain, OdooLeaf } from '../../../nodes/shared/odoo/domain';
import { fakeOdoo } from '../../support/fakeOdoo';

/** A transaction that confirms an order; times in milliseconds of the database's clock. */
export interface Confirmation {
	readonly orderId: number;
	readonly beganAt: number;
	readonly committedAt: number;
}

export interface World {
	readonly version: number;
	readonly confirmations: readonly Confirmation[];
	/** How far the clock of Odoo's server is ahead of its database's. */
	readonly skewMs: number;
	/** How long each call takes, in turn. */
	readonly callMs: readonly number[];
}

const asTime = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const asMs = (time: string): number => Date.parse(`${time.replace(' ', 'T')}Z`);

/** What Odoo makes of a comparison with a time: whole seconds since 19, the moment itself before. */
const comparesTime = (
	version: number,
	operator: string,
	written: number,
	value: number,
): boolean => {
	const second = Math.floor(written / 1000) * 1000;
	if (operator === '>=') return version < 19 ? written >= value : second >= value;
	if (operator === '>') return version < 19 ? written > value : second > value;
	if (operator === '=') return version < 19 ? written === value : second === value;
	throw new Error(`The world knows no '${operator}'`);
};

const matches = (version: number, domain: OdooDomain, row: Confirmation): boolean =>
	domain.every((part) => {
		if (typeof part === 'string') throw new Error(`The world knows no '${part}'`);
		const [field, operator, value] = part as OdooLeaf;
		if (field === 'write_date')
			return comparesTime(version, operator, row.beganAt, asMs(String(value)));
		if (field === 'id') return (value as number[]).includes(row.orderId) === (operator === 'in');
		if (field === 'state') return (value as string[]).includes('sale');
		throw new Error(`The world knows no field ${field}`);
	});

/** An Odoo in which time passes with every call, and a record appears when its transaction commits. */
export const odooWorld = (world: World, startAt: number) => {
	let now = startAt;
	let calls = 0;
	const passTime = () => {
		now += world.callMs[calls % world.callMs.length] ?? 0;
		calls += 1;
	};
	const searchOrders = ({ args }: OdooCall) => {
		passTime();
		const domain = args?.domain as unknown as OdooDomain;
		return world.confirmations
			.filter((row) => row.committedAt <= now && matches(world.version, domain, row))
			.sort((a, b) => a.beganAt - b.beganAt || a.orderId - b.orderId)
			.slice(0, Number(args?.limit))
			.map(({ orderId, beganAt, committedAt }) => ({
				id: orderId,
				name: `S${orderId}`,
				state: 'sale',
				date_order: asTime(committedAt + world.skewMs),
				create_date: asTime(0),
				write_date: asTime(beganAt),
			}));
	};
	const odoo = fakeOdoo(
		{
			'sale.order.search_read': searchOrders,
			'sale.order.default_get': () => ({ date_order: asTime(now + world.skewMs) }),
		},
		world.version,
	);
	return { odoo, now: () => now, waitUntil: (time: number) => void (now = Math.max(now, time)) };
};
