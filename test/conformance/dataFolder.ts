/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The folder that `O2C_DATA_DIR` names; empty when it is not set. */
export const DATA_FOLDER = process.env.O2C_DATA_DIR ?? '';

const names = existsSync(DATA_FOLDER) ? readdirSync(DATA_FOLDER).sort() : [];

/** What is packed in the files of the data folder itself whose names end like this, such as `.csv.gz`. */
export const unpacked = (ending: string): { readonly name: string; readonly text: string }[] =>
	names
		.filter((name) => name.endsWith(ending))
		.map((name) => ({
			name,
			text: gunzipSync(readFileSync(join(DATA_FOLDER, name))).toString(),
		}));

export const folderExists = (): boolean => existsSync(DATA_FOLDER);
