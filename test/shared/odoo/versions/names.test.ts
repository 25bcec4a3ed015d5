import type { HttpExchange } from '../../../../nodes/shared/odoo/OdooTransport';
import { isKnownModel, VERSIONS } from './facts';
import { editorRuns } from './runs/editor';
import { orderRuns } from './runs/orderNodes';
import { triggerRuns } from './runs/trigger';
import { simulatedOdoo, type RecordedCall } from './world/simulatedOdoo';
import { sourceCalls } from './sourceCalls';

const nobody: HttpExchange = async () => await Promise.reject(new Error('No Odoo yet'));
const mockOdoo = { exchange: nobody };

jest.mock('../../../../nodes/shared/n8n/n8nExchange', () => ({
	n8nExchange: () => (request: never) => mockOdoo.exchange(request),
}));

const RUNS = [...orderRuns, ...triggerRuns, ...editorRuns(() => mockOdoo.exchange)];
const heard: RecordedCall[] = [];

describe.each(VERSIONS)('Odoo %i', (version) => {
	it.each(RUNS)('understands every name: $title', async ({ start, takes = 0 }) => {
		const odoo = simulatedOdoo(version);
		mockOdoo.exchange = odoo.exchange;
		const failures = await start();
		heard.push(...odoo.calls);
		const faults = odoo.calls.flatMap(({ name, faults: said }) =>
			said.map((fault) => `${name}: ${fault}`),
		);
		expect([...new Set(faults)]).toEqual([]);
		if (version < takes) expect(failures).not.toEqual([]);
		else expect(failures).toEqual([]);
	});
});

/** Calls that a test of the live system makes and none of these runs does. */
describe('no call is left out', () => {
	const isHeard = (model: string | null, method: string | null) =>
		heard.some(
			(call) =>
				(model === null || call.model === model) && (method === null || call.method === method),
		);

	it.each(sourceCalls(isKnownModel))('$model $method at $at', ({ model, method }) => {
		expect(isHeard(model, method)).toBe(true);
	});
});
