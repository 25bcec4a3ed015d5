import type { CaseCode } from './taxonomy';

/** A case that Odoo already holds. */
export interface KnownCase {
	readonly orderId: number;
	readonly code: string;
	readonly episode: number;
	readonly activityId: number;
	/** Its activity is still to do. */
	readonly open: boolean;
}

type Episode =
	| { readonly kind: 'open'; readonly episode: number; readonly activityId: number }
	| { readonly kind: 'next'; readonly episode: number };

/** An open case is the same exception seen again; after it was done, the exception has come back: the next episode. */
export const episodeOf = (
	known: readonly KnownCase[],
	orderId: number,
	code: CaseCode,
): Episode => {
	const mine = known.filter((one) => one.orderId === orderId && one.code === code);
	const open = mine.filter((one) => one.open).sort((a, b) => b.episode - a.episode)[0];
	if (open) return { kind: 'open', episode: open.episode, activityId: open.activityId };
	return { kind: 'next', episode: Math.max(0, ...mine.map(({ episode }) => episode)) + 1 };
};

const KEY = /^exception_(\d+)_([A-Z_]+)_(\d+)$/;

/** What makes two runs see the same case. */
export const caseKey = (orderId: number, code: CaseCode, episode: number): string =>
	`exception_${orderId}_${code}_${episode}`;

/** The case of an identity key; null for a key of something else. */
export const parseCaseKey = (
	key: string,
): { readonly orderId: number; readonly code: string; readonly episode: number } | null => {
	const [, orderId, code, episode] = KEY.exec(key) ?? [];
	return code === undefined ? null : { orderId: Number(orderId), code, episode: Number(episode) };
};
