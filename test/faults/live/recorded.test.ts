/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in jest, outside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { liveOdoo } from '../../support/liveOdoo';
import { ACCESS, credentialFor } from '../access';
import { record, runTwice } from '../recorded/record';
import { RecordedOdoo } from '../recorded/recordedOdoo';
import { fileOf, SCENES } from '../scenes';

jest.setTimeout(120_000);

const { user, credential } = liveOdoo();
const real = { ...credential, url: user.url };

const NEW: ReadonlySet<string> = new Set([
	'activityId',
	'asOf',
	'at',
	'dataAsOf',
	'hash',
	'number',
]);
const isInvoice = (value: object): boolean => 'number' in value && 'total' in value;

/** Times, the ids and the numbers of new records differ from run to run, and so do the digests of them. */
const comparable = (value: unknown): unknown => {
	const replace = function (this: object, key: string, one: unknown): unknown {
		if (NEW.has(key) || (key === 'id' && isInvoice(this))) return 'new';
		return typeof one === 'string'
			? one.replace(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g, 'time').replace(/INV\/\S+/g, 'INV')
			: one;
	};
	return JSON.parse(JSON.stringify(value, replace));
};

/** `O2C_RECORD=1` stores the recordings that the fault matrix runs on. */
const stores = process.env.O2C_RECORD === '1';

it.each(SCENES.map((scene) => [scene.name, scene] as const))(
	'%s says the same of the recorded Odoo as of the real one, once and once more',
	async (name, scene) => {
		const { recording, records } = await record(scene, real);
		if (stores)
			writeFileSync(
				join(__dirname, '..', 'recordings', fileOf(name)),
				`${JSON.stringify(recording, null, '\t')}\n`,
			);
		const onReal = await runTwice(scene, records, real);
		const odoo = new RecordedOdoo(recording, ACCESS);
		const onRecorded = await runTwice(scene, records, credentialFor('json2'), odoo.exchange);
		expect(onRecorded.runs.map(({ thrown }) => String(thrown))).toEqual(
			onReal.runs.map(({ thrown }) => String(thrown)),
		);
		expect(comparable(onRecorded.runs.map(({ outputs }) => outputs))).toEqual(
			comparable(onReal.runs.map(({ outputs }) => outputs)),
		);
	},
);
