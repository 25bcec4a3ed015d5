import { sleep } from 'n8n-workflow';

import type { Host } from '../../nodes/shared/odoo/retry';

export const realHost: Host = {
	sleep: async (ms) => await sleep(ms),
	random: Math.random,
	now: () => new Date(),
};

/** Time stands still and nobody waits; `slept` lists what would have been waited, in milliseconds. */
export const stillHost = (now = '2026-11-22T12:00:00Z'): Host & { readonly slept: number[] } => {
	const slept: number[] = [];
	return {
		slept,
		sleep: async (ms) => void slept.push(ms),
		random: () => 0.5,
		now: () => new Date(now),
	};
};

/** Time goes on only while somebody sleeps. */
export const tickingHost = (): Host => {
	let now = 0;
	return {
		sleep: async (ms) => void (now += ms),
		random: () => 0.5,
		now: () => new Date(now),
	};
};
