import {
	isGoods,
	isLastStage,
	type SimulatedLine,
	type SimulatedMove,
	type SimulatedOrder,
	type SimulatedTransfer,
} from './simulatedOrder';

type Act = SimulatedOrder | null;

const sum = (quantities: readonly number[]): number =>
	quantities.reduce((all, one) => all + one, 0);

const isOpenFirst = ({ way, stage, state }: SimulatedTransfer): boolean =>
	way === 'out' && stage === 1 && state === 'open';

/** What Odoo takes as procured: everything that left the shelf or will, less what comes back to be refunded. */
const procuredOf = ({ transfers }: SimulatedOrder, { id }: SimulatedLine): number =>
	sum(
		transfers
			.filter(({ way, stage, state }) => state !== 'cancelled' && (way === 'back' || stage === 1))
			.flatMap(({ way, moves }) =>
				moves
					.filter(({ line, refunds }) => line === id && (way === 'out' || refunds))
					.map(({ quantity }) => (way === 'out' ? quantity : -quantity)),
			),
	);

const changed = (
	order: SimulatedOrder,
	id: number,
	change: Partial<SimulatedTransfer>,
): SimulatedOrder => ({
	...order,
	transfers: order.transfers.map((transfer) =>
		transfer.id === id ? { ...transfer, ...change } : transfer,
	),
});

const added = (
	order: SimulatedOrder,
	transfer: Omit<SimulatedTransfer, 'id' | 'at'>,
): SimulatedOrder =>
	transfer.moves.length === 0
		? order
		: {
				...order,
				nextId: order.nextId + 1,
				transfers: [...order.transfers, { ...transfer, id: order.nextId, at: order.now }],
			};

/** Moves of the same line in a transfer become one. */
const merged = (moves: readonly SimulatedMove[], more: readonly SimulatedMove[]): SimulatedMove[] =>
	more.reduce<SimulatedMove[]>(
		(all, move) => {
			const at = all.findIndex(
				({ line, returns }) => line === move.line && returns === move.returns,
			);
			return at < 0
				? [...all, move]
				: all.map((one, index) =>
						index === at ? { ...one, quantity: one.quantity + move.quantity } : one,
					);
		},
		[...moves],
	);

/** Moves join the open transfer of their stage, or make a new one. */
const joined = (
	order: SimulatedOrder,
	stage: number,
	moves: readonly SimulatedMove[],
): SimulatedOrder => {
	const open = order.transfers.find(
		(transfer) => transfer.way === 'out' && transfer.stage === stage && transfer.state === 'open',
	);
	return open
		? changed(order, open.id, { moves: merged(open.moves, moves) })
		: added(order, { way: 'out', stage, state: 'open', moves });
};

/** Moves are made, or taken back, until as much of lines is procured as is ordered. */
export const procure = (
	order: SimulatedOrder,
	lines: readonly SimulatedLine[] = order.lines,
): SimulatedOrder => {
	const missing = lines.filter(isGoods).map((line) => ({
		line: line.id,
		quantity: line.ordered - procuredOf(order, line),
	}));
	const more = missing.filter(({ quantity }) => quantity > 0);
	const grown =
		more.length === 0
			? order
			: joined(
					order,
					1,
					more.map((move) => ({ ...move, returns: null, refunds: false })),
				);
	return missing
		.filter(({ quantity }) => quantity < 0)
		.reduce((now, { line, quantity }) => takenBack(now, line, -quantity), grown);
};

/** From what is still on the shelf; the rest is fetched from the customer. */
const takenBack = (order: SimulatedOrder, line: number, quantity: number): SimulatedOrder => {
	let rest = quantity;
	const transfers = order.transfers.map((transfer) => {
		if (!isOpenFirst(transfer)) return transfer;
		const moves = transfer.moves.flatMap((move) => {
			if (move.line !== line) return move;
			const taken = Math.min(rest, move.quantity);
			rest -= taken;
			return taken === move.quantity ? [] : { ...move, quantity: move.quantity - taken };
		});
		return { ...transfer, moves };
	});
	const lowered = {
		...order,
		transfers: transfers.filter(({ moves, state }) => moves.length > 0 || state !== 'open'),
	};
	return rest === 0
		? lowered
		: added(lowered, {
				way: 'back',
				stage: 1,
				state: 'open',
				moves: [{ line, quantity: rest, returns: null, refunds: true }],
			});
};

/** Whether less is wanted of a line than has left the shelf: Odoo then brings steps of the chain back in a way of its own. */
export const isBeyondShelf = (order: SimulatedOrder, line: SimulatedLine): boolean =>
	order.setup.transfers > 1 &&
	procuredOf(order, line) -
		sum(
			order.transfers
				.filter(isOpenFirst)
				.flatMap(({ moves }) => moves)
				.filter((move) => move.line === line.id)
				.map(({ quantity }) => quantity),
		) >
		line.ordered;

/** The next open transfer on its way out is done for so much of each line; the rest waits in a backorder. */
export const ship = (order: SimulatedOrder, quantity: number): Act => {
	const next = order.transfers.find(({ way, state }) => way === 'out' && state === 'open');
	if (!next) return null;
	const done = next.moves.map((move) => ({ ...move, quantity: Math.min(quantity, move.quantity) }));
	const rest = next.moves
		.map((move) => ({ ...move, quantity: move.quantity - Math.min(quantity, move.quantity) }))
		.filter((move) => move.quantity > 0);
	const validated = changed(order, next.id, { state: 'done', at: order.now, moves: done });
	const pushed = isLastStage(order, 'out', next.stage)
		? validated
		: joined(validated, next.stage + 1, done);
	return added(pushed, { way: 'out', stage: next.stage, state: 'open', moves: rest });
};

export const cancelTransfers = (order: SimulatedOrder, ways: readonly string[]): Act =>
	order.transfers.some(({ way, state }) => state === 'open' && ways.includes(way))
		? {
				...order,
				transfers: order.transfers.map((transfer) =>
					transfer.state === 'open' && ways.includes(transfer.way)
						? { ...transfer, state: 'cancelled' }
						: transfer,
				),
			}
		: null;

interface GivenBack {
	readonly quantity: number;
	readonly refund: boolean;
	readonly received: boolean;
}

export const giveBack = (order: SimulatedOrder, { quantity, refund, received }: GivenBack): Act => {
	const last = order.transfers
		.filter(
			({ way, stage, state }) =>
				way === 'out' && state === 'done' && isLastStage(order, way, stage),
		)
		.at(-1);
	if (!last) return null;
	const backOf = (line: number): number =>
		sum(
			order.transfers
				.filter(({ way, state }) => way === 'back' && state !== 'cancelled')
				.flatMap(({ moves }) => moves)
				.filter((move) => move.line === line && move.returns === last.id)
				.map((move) => move.quantity),
		);
	const moves = last.moves
		.map(
			(move): SimulatedMove => ({
				...move,
				quantity: Math.min(quantity, move.quantity - backOf(move.line)),
				returns: last.id,
				refunds: refund,
			}),
		)
		.filter((move) => move.quantity > 0);
	if (moves.length === 0) return null;
	return added(order, { way: 'back', stage: 1, state: received ? 'done' : 'open', moves });
};

export const receive = (order: SimulatedOrder): Act =>
	order.transfers.some(({ way, state }) => way === 'back' && state === 'open')
		? {
				...order,
				transfers: order.transfers.map((transfer) =>
					transfer.way === 'back' && transfer.state === 'open'
						? { ...transfer, state: 'done', at: order.now }
						: transfer,
				),
			}
		: null;
