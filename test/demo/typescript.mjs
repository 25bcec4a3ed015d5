// @ts-check
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Lets a plain script use the project's own TypeScript, such as the Odoo client and its axios transport, without a build:
 * types are stripped as each file is loaded.
 * @returns {NodeJS.Require} resolves relative to this folder
 */
export function typeScript() {
	/** @type {typeof import('typescript')} */
	const ts = require('typescript');
	const compilerOptions = {
		module: ts.ModuleKind.CommonJS,
		target: ts.ScriptTarget.ES2022,
		esModuleInterop: true,
	};
	require.extensions['.ts'] = (module, fileName) => {
		const { outputText } = ts.transpileModule(readFileSync(fileName, 'utf8'), {
			fileName,
			compilerOptions,
		});
		/** @type {any} */ (module)._compile(outputText, fileName);
	};
	return require;
}
