import { evaluate } from './plainScript';

const look = async (expression: string) => await evaluate('test/lab/until.mjs', expression);

describe('until', () => {
	it('looks again until the answer is there, and returns it', async () => {
		const answers = 'let looks = 0; const look = () => (++looks === 3 ? looks : undefined);';
		expect(await look(`{ ${answers} return await it.until('three', look, { everyMs: 1 }); }`)).toBe(
			3,
		);
	});

	it('names what did not come, as it was at the last look', async () => {
		const message = `{
			let looks = 0;
			const awaited = () => 'a port; looked ' + looks + ' times';
			const error = await it.until(awaited, () => { looks += 1; }, { seconds: 0, everyMs: 2 }).catch((e) => e);
			return error.message;
		}`;
		expect(await look(message)).toMatch(/^Waited 0 s for a port; looked \d+ times\.$/);
	});

	it('hands on what breaks while looking', async () => {
		const broken = "it.until('nothing', () => { throw new Error('gone') }).catch((e) => e.message)";
		expect(await look(broken)).toBe('gone');
	});
});

describe('inTime', () => {
	it('leaves it to the caller what a missed deadline means', async () => {
		expect(await look('[await it.inTime(() => false, { seconds: 0 }) === undefined]')).toEqual([
			true,
		]);
	});
});
