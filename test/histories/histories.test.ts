/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import { findShortest } from './findShortest';
import { someHistories } from './histories';
import { textOf } from './script';
import { playInMemory } from './simulation/playInMemory';
import type { History } from './steps';

/** O2C_HISTORIES_IN_MEMORY: how many; O2C_SEED: which. */
const count = Number(process.env.O2C_HISTORIES_IN_MEMORY || 2_000);
const seed = Number(process.env.O2C_SEED || 12);
const TURNS = 5;

it(`${count} histories in memory keep every law`, async () => {
	const play = (histories: readonly History[]) => histories.map(playInMemory);
	const played = play(someHistories(count, seed, TURNS));
	const found = await findShortest(play, played, { rounds: 30 });
	expect(found.map(textOf)).toEqual([]);
});
