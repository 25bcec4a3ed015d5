import ts from 'typescript';
import { z } from 'zod';

import { invoicingScene } from '../../OdooReleaseInvoice/invoicingScene';
import { sqlOn } from '../../support/scene/sql';
import type { OrderFacts } from '../facts';
import type { PersonStep } from '../steps';
import { factsRow, factsSql } from './factsSql';

const answers = z.object({
	params: z.object({
		answers: z.array(
			z.object({
				order: z.number(),
				refused: z.union([z.literal(false).transform(() => null), z.string()]),
			}),
		),
	}),
});

export interface Move {
	readonly order: number;
	readonly step: PersonStep;
	readonly buyer: number;
	readonly other: number;
}

/** Past this many orders, Odoo might take longer than its time limit for one request. */
const AT_ONCE = 60;

/** The real Odoo, as histories use it: steps of people on many orders at once, and the tables. */
export const openOdoo = async () => {
	const scene = invoicingScene();
	const sql = await sqlOn(scene);
	const [model] = await scene.find('ir.model', [['model', '=', 'sale.order']], ['id']);
	const player = await scene.one('ir.actions.server', {
		name: 'Play a step',
		model_id: model?.id ?? 0,
		state: 'code',
		code: ts.sys.readFile('test/histories/live/play.py') ?? '',
	});
	const terms = await termsOf(scene);
	/** @returns why a step was none, by order; null where it was done */
	const play = async (moves: readonly Move[]): Promise<ReadonlyMap<number, string | null>> => {
		const found: (readonly [number, string | null])[] = [];
		for (let start = 0; start < moves.length; start += AT_ONCE) {
			const played = moves.slice(start, start + AT_ONCE).map(({ order, step, buyer, other }) => ({
				order,
				step: { ...step },
				buyer,
				other,
				terms,
			}));
			const answer = await scene.call('ir.actions.server', 'run', {
				ids: [player],
				context: { played },
			});
			const { params } = answers.parse(answer);
			found.push(...params.answers.map(({ order, refused }) => [order, refused] as const));
		}
		return new Map(found);
	};
	const facts = async (orderIds: readonly number[]): Promise<ReadonlyMap<number, OrderFacts>> => {
		if (orderIds.length === 0) return new Map();
		const rows = await sql(factsRow, factsSql(orderIds));
		return new Map(rows.map((row) => [row.order, row]));
	};
	return { scene, play, facts, terms };
};

export type HistoryOdoo = Awaited<ReturnType<typeof openOdoo>>;

/** Payment terms by their days. */
const termsOf = async (
	scene: ReturnType<typeof invoicingScene>,
): Promise<Record<string, number>> => {
	const days = [0, 30, 60];
	const made = await scene.create(
		'account.payment.term',
		days.map((count) => ({
			name: `${count} days of histories`,
			line_ids: [[0, 0, { value: 'percent', value_amount: 100, nb_days: count }]],
		})),
	);
	return Object.fromEntries(days.map((count, index) => [String(count), made[index] ?? 0]));
};
