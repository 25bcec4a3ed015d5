import { runProgram } from '../e2e/trigger/program';
import { median, type BenchReport } from './report';

/** From the confirmation in Odoo to the step behind the trigger in n8n. Needs the built package. */
export default async function bench(): Promise<BenchReport> {
	const { webhook, sweep } = await runProgram<{ webhook: number[]; sweep: number[] }>(
		'latency.mjs',
	);
	const [pushed, swept] = [median(webhook), median(sweep)];
	return {
		name: 'Order Trigger: from the confirmation to the next step',
		setting: `${webhook.length} orders by webhook, ${sweep.length} over a whole minute by a sweep each minute; medians`,
		figures: [
			{
				what: 'by webhook',
				value: pushed,
				unit: 'ms',
				ratio: { to: 'by sweep', value: pushed / swept },
			},
			{ what: 'by sweep', value: swept, unit: 'ms' },
		],
	};
}
