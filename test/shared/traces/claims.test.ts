import { decideDue, MOST_ATTEMPTS, type Claim } from '../../../nodes/shared/traces/core/claims';

describe('claims that are due', () => {
	const claim = (id: number, attempt: number): Claim<string> => ({
		id,
		attempt,
		token: 't',
		work: 'pack',
	});

	it.each<{ when: string; attempt: number; answer: number; again: number[]; givenUp: string[] }>([
		{ when: 'a later answer came', attempt: 1, answer: 11, again: [], givenUp: [] },
		{ when: 'no answer came', attempt: 1, answer: 0, again: [2], givenUp: [] },
		{ when: 'the only answer is older', attempt: 1, answer: 9, again: [2], givenUp: [] },
		{ when: 'it was tried again before', attempt: 3, answer: 0, again: [4], givenUp: [] },
		{
			when: 'it was tried too often',
			attempt: MOST_ATTEMPTS,
			answer: 0,
			again: [],
			givenUp: ['pack'],
		},
	])('when $when: attempts $again, given up $givenUp', ({ attempt, answer, again, givenUp }) => {
		const due = decideDue([claim(10, attempt)], () => answer);
		expect(due.again.map((next) => next.attempt)).toEqual(again);
		expect(due.again.every(({ work }) => work === 'pack')).toBe(true);
		expect(due.givenUp).toEqual(givenUp);
	});
});
