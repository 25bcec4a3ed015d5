import type { Recording } from './recorded/recording';
import { RecordedOdoo } from './recorded/recordedOdoo';
import { isRead } from '../../nodes/shared/odoo/protocol/answers';
import { FAULTS, type Fault, type Moment, type Protocol } from './catalogue';
import { faultyExchange, type Lasting } from './faultyExchange';
import { runOver, type Credential, type NodeRun } from './nodeRun';
import { ACCESS, credentialFor } from './access';
import { problemsOf } from './problems';
import type { Scene } from './scenes/scene';
import { heldIn } from './heldIn';

/** One run of one node with one fault in it. */
export interface Combination {
	readonly protocol: Protocol;
	/** Counted from 1. */
	readonly at: number;
	readonly call: string;
	readonly fault: Fault;
	readonly moment: Moment;
	readonly lasting: Lasting;
}

export const nameOf = ({ protocol, at, call, fault, moment, lasting }: Combination): string =>
	`${protocol} ${at} ${call}: ${fault.name}, ${moment}, ${lasting}`;

/** What a node does when nothing fails. */
export interface Reference {
	readonly calls: readonly string[];
	/** What Odoo holds after one run, and after one more. */
	readonly held: readonly [string, string];
}

export interface Judged {
	readonly combination: Combination;
	readonly calls: number;
	readonly problems: readonly string[];
}

export class Matrix {
	private readonly base: RecordedOdoo;

	constructor(
		readonly scene: Scene,
		private readonly recording: Recording,
	) {
		this.base = new RecordedOdoo(recording, ACCESS);
	}

	private async run(
		odoo: RecordedOdoo,
		credential: Credential,
		plan?: Combination,
		memory = this.recording.memory,
	) {
		const line = faultyExchange(odoo.exchange, plan);
		const items = this.recording.items;
		const run = await runOver(line.exchange, { ...this.scene, items, memory }, credential);
		return { run, line };
	}

	async reference(protocol: Protocol): Promise<Reference & { readonly runs: readonly NodeRun[] }> {
		const odoo = this.base.copy();
		const credential = credentialFor(protocol);
		const first = await this.run(odoo, credential);
		const once = heldIn(odoo.state);
		const second = await this.run(odoo, credential, undefined, first.run.memory);
		return {
			calls: first.line.calls,
			held: [once, heldIn(odoo.state)],
			runs: [first.run, second.run],
		};
	}

	/** A run with the fault, then one without, as a person or n8n repeats it. */
	async judge(combination: Combination, reference: Reference): Promise<Judged> {
		const odoo = this.base.copy();
		const credential = credentialFor(combination.protocol);
		const { run, line } = await this.run(odoo, credential, combination);
		const state = odoo.copy().state;
		// Where nothing is left of the fault, the next run is the one that the reference has seen.
		const isUndisturbed = !this.scene.type.poll && heldIn(state) === reference.held[0];
		const again = isUndisturbed
			? undefined
			: (await this.run(odoo, credential, undefined, run.memory)).run;
		return {
			combination,
			calls: line.calls.length,
			problems: problemsOf({
				combination,
				scene: this.scene,
				items: this.recording.items.length,
				run,
				again,
				calls: line.calls.length,
				failed: line.failed,
				reference,
				state,
				after: odoo.state,
			}),
		};
	}
}

export const isReadingCall = (call: string): boolean =>
	call === 'version' || call === 'login' || isRead(call.split('.').at(-1) ?? '');

const canMeet = (call: string, { looksRight, isRefusal }: Fault): boolean =>
	!(looksRight && isReadingCall(call)) && !(isRefusal && call === 'version');

/** One fault of each kind that a node can tell from others: how long it lasts is tried with these. */
const KINDS: readonly Fault[] = [
	...new Map(
		FAULTS.map((fault): [string, Fault] => {
			const { json2: played } = fault.plays;
			const asksToWait = played.kind === 'reply' && played.retryAfter !== undefined;
			return [JSON.stringify([fault.classes, asksToWait, fault.looksRight]), fault];
		}).reverse(),
	).values(),
];

const faultsFor = (lasting: Lasting): readonly Fault[] => (lasting === 'once' ? FAULTS : KINDS);

const LASTINGS: readonly Lasting[] = ['once', 'call', 'line'];

/** Every call of a run with every fault that can meet it. */
export const combinationsOf = (protocol: Protocol, calls: readonly string[]): Combination[] =>
	calls.flatMap((call, index) =>
		LASTINGS.flatMap((lasting) =>
			faultsFor(lasting)
				.filter((fault) => canMeet(call, fault))
				.flatMap((fault) =>
					fault.moments
						// A read commits nothing.
						.filter((moment) => moment === 'before' || !isReadingCall(call))
						.map((moment) => ({ protocol, at: index + 1, call, fault, moment, lasting })),
				),
		),
	);
