/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import ts from 'typescript';

import { someHistories } from '../histories';
import { textOf } from '../script';
import type { History } from '../steps';
import { findShortest } from '../findShortest';
import { differenceOf, differenceText } from './besideSimulation';
import { makeHouse } from './openSeats';
import { openOdoo } from './odoo';
import { playHistories } from './playHistories';
import type { Seat } from './seat';

jest.setTimeout(3_600_000);

/** O2C_HISTORIES: how many; O2C_SEED: which; O2C_HISTORY: this one alone, as a failure prints it. */
const setting = (name: string): string | undefined => process.env[name] || undefined;
const count = Number(setting('O2C_HISTORIES') ?? 200);
const seed = Number(setting('O2C_SEED') ?? 12);
const TURNS = 4;

const report = (seats: readonly Seat[]): void => {
	const path = setting('O2C_HISTORIES_LOG');
	if (path) ts.sys.writeFile(path, JSON.stringify({ at: new Date(), seats }));
};

it(`${count} histories side by side keep every law, and leave the rows that the simulation leaves`, async () => {
	const odoo = await openOdoo();
	const house = await makeHouse(odoo);
	const play = async (histories: readonly History[]) => await playHistories(odoo, house, histories);
	const given = setting('O2C_HISTORY');
	const wanted: readonly History[] = given
		? [JSON.parse(given)]
		: someHistories(count, seed, TURNS);
	const seats = await play(wanted);
	report(seats);
	const apart = seats.flatMap((seat) => differenceOf(seat) ?? []);
	const found = await findShortest(play, seats, { rounds: given ? 0 : 4 });
	expect({ broken: found.map(textOf), apart: apart.map(differenceText) }).toEqual({
		broken: [],
		apart: [],
	});
});
