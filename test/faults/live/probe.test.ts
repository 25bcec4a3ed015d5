import { writeFileSync } from 'node:fs';
import { liveOdoo } from '../../support/liveOdoo';
import { record, runTwice } from '../recorded/record';
import { SCENES } from '../scenes';
jest.setTimeout(120_000);
const { user, credential } = liveOdoo();
it.each(SCENES.map((scene) => [scene.name, scene] as const))('%s', async (name, scene) => {
	const cred = { ...credential, url: user.url } as never;
	const { recording, records, learnedFrom } = await record(scene, cred);
	const file = name.replace(' ', '');
	writeFileSync(`/tmp/rec-${file}.json`, JSON.stringify(recording, null, 1));
	const twice = await runTwice(scene, records, cred);
	const lines: string[] = [];
	for (const c of [...learnedFrom, { model: '----', method: 'second', body: {}, answer: '' }, ...twice.calls]) lines.push(`${c.model}.${c.method} ${JSON.stringify(c.body)}\n   => ${JSON.stringify(c.answer).slice(0, 4000)}`);
	for (const run of twice.runs) lines.push(String((run.thrown as Error)?.stack ?? ''), JSON.stringify(run.outputs, null, 1));
	writeFileSync(`/tmp/probe-${file}.txt`, lines.join('\n'));
	writeFileSync(`/tmp/runs-${file}.json`, JSON.stringify(twice.runs));
});
