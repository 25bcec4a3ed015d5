const notOurs = ['/node_modules/'];

/** Many faults or histories to a file: they take their time, and have suites of their own. */
const faults = '/test/faults/live/';
const histories = '/test/histories/live/';

const onOdoo = {
	setupFilesAfterEnv: ['<rootDir>/test/setup/patience.ts'],
	globalSetup: './test/setup/live.mjs',
	globalTeardown: './test/setup/ending.mjs',
};

const project = (displayName, more = {}) => ({
	displayName,
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json', diagnostics: false }] },
	testPathIgnorePatterns: notOurs,
	roots: ['<rootDir>/test', '<rootDir>/nodes', '<rootDir>/credentials'],
	...more,
});

module.exports = {
	projects: [
		project('unit', {
			testMatch: ['**/test/**/*.test.ts'],
			testPathIgnorePatterns: [...notOurs, '/live/', '/test/e2e/', '/test/package/'],
		}),
		project('package', { testMatch: ['**/test/package/**/*.test.ts'] }),
		project('live', {
			testMatch: ['**/test/**/live/**/*.test.ts'],
			testPathIgnorePatterns: [...notOurs, faults, histories],
			...onOdoo,
		}),
		project('faults', { testMatch: [`**${faults}**/*.test.ts`], ...onOdoo }),
		project('histories', { testMatch: [`**${histories}**/*.test.ts`], ...onOdoo }),
		project('e2e', {
			testMatch: ['**/test/e2e/**/*.test.ts'],
			globalSetup: './test/setup/e2e.mjs',
			globalTeardown: './test/setup/ending.mjs',
		}),
	],
};
