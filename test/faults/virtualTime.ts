/** Nobody waits, and time goes on while somebody would: for `jest.mock('n8n-workflow', virtualTime)` with Date faked. */
export const virtualTime = (): object => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => void jest.setSystemTime(Date.now() + ms),
});

/** Only the clock is faked: promises and streams go on as they are. */
export const startClock = (at: string): void => {
	jest.useFakeTimers({
		now: Date.parse(at),
		doNotFake: [
			'hrtime',
			'nextTick',
			'performance',
			'queueMicrotask',
			'setImmediate',
			'clearImmediate',
			'setInterval',
			'clearInterval',
			'setTimeout',
			'clearTimeout',
		],
	});
};

export const setClock = (at: string): void => {
	jest.setSystemTime(Date.parse(at));
};
