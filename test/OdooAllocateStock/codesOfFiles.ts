import ts from 'typescript';

const NODE = `${ts.sys.getCurrentDirectory()}/nodes/OdooAllocateStock`;

/** The codes that have a file in a folder of the node, sorted. @param shape the file that says what each of them is */
export const codesOfFiles = (folder: string, shape: string): string[] =>
	ts.sys
		.readDirectory(`${NODE}/${folder}`, ['.ts'])
		.map((path) => path.replace(/^.*\/|\.ts$/g, ''))
		.filter((name) => name !== 'index' && name !== shape)
		.sort();
