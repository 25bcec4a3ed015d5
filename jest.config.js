const notOurs = ['/node_modules/'];

/** What a machine makes up: faults and histories, many to a file. */
const machines = ['/test/faults/live/', '/test/histories/live/'];

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
			testPathIgnorePatterns: [...notOurs, ...machines],
			...onOdoo,
		}),
		project('machines', {
			testMatch: machines.map((folder) => `**${folder}**/*.test.ts`),
			...onOdoo,
		}),
		project('e2e', {
			testMatch: ['**/test/e2e/**/*.test.ts'],
			globalSetup: './test/setup/e2e.mjs',
			globalTeardown: './test/setup/ending.mjs',
		}),
	],
};
