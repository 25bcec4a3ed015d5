import fc from 'fast-check';

import { ApprovalWorld, TAGS, TERMS, type Crash, type Person, type Yes } from './approvalWorld';

/** What a person releases: the order as it was when it was stopped. */
interface Facts {
	readonly debtor: number;
	readonly company: number;
	readonly currency: number;
	readonly total: number;
	readonly isLongTerm: boolean;
	/** Why it was stopped. */
	readonly reasons: readonly string[];
}

interface Released {
	readonly by: Person;
	readonly facts: Facts;
}

/** What the laws know of an order beside Odoo: who did what, and what it was then. */
interface Known {
	/** By the key that the item says. */
	readonly stops: Map<string, Facts>;
	/** By order of time. */
	readonly keys: string[];
	releases: Released[];
	lastYes: Yes | null;
	/** Of the last recorded decision that stopped it; null when the last recorded one did not. */
	stopped: Facts | null;
	/** Somebody edited the notes: an old yes may then name a decision that is made a second time. */
	isForged: boolean;
	/** A process ended after what it recorded. */
	isBroken: boolean;
	/** Somebody wrote the order after that: whose tag is on it nobody can tell. */
	isUnclear: boolean;
	holdIsTheirs: boolean;
}

export type Step = { readonly order: number } & (
	| { readonly kind: 'run'; readonly crash: Crash | null }
	| { readonly kind: 'yes'; readonly by: Person; readonly isOldest: boolean }
	| { readonly kind: 'letGo' | 'note'; readonly by: Person }
	| { readonly kind: 'total'; readonly total: number }
	| { readonly kind: 'forge'; readonly how: 'approve' | 'drop' | 'replay' | 'unseal' }
	| { readonly kind: 'wait'; readonly seconds: number }
	| {
			readonly kind:
				| 'cancel'
				| 'company'
				| 'copy'
				| 'currency'
				| 'customerStop'
				| 'debtor'
				| 'hold'
				| 'repeat'
				| 'term'
				| 'touch'
				| 'untag';
	  }
);

const person = fc.oneof(
	{ weight: 3, arbitrary: fc.constant<Person>('boss') },
	{ weight: 1, arbitrary: fc.constantFrom<Person>('salesperson', 'pipeline') },
);
const crash = fc.record<Crash>({
	write: fc.integer({ min: 1, max: 4 }),
	moment: fc.constantFrom('after', 'before'),
});
const order = fc.oneof(
	{ weight: 5, arbitrary: fc.constant(0) },
	{ weight: 1, arbitrary: fc.constant(1) },
);
const rarely = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(false) },
	{ weight: 1, arbitrary: fc.constant(true) },
);
const of = <Kind extends Step['kind']>(
	weight: number,
	kind: Kind,
	more: { readonly [name: string]: fc.Arbitrary<unknown> } = {},
) => ({
	weight,
	arbitrary: fc.record({ order, kind: fc.constant(kind), ...more }) as fc.Arbitrary<Step>,
});

export const step: fc.Arbitrary<Step> = fc.oneof(
	of(8, 'run', { crash: fc.option(crash, { freq: 3 }) }),
	of(6, 'yes', { by: person, isOldest: rarely }),
	of(3, 'note', { by: person }),
	of(3, 'untag'),
	of(3, 'letGo', { by: person }),
	of(3, 'total', { total: fc.constantFrom(300, 700, 900, 9_000) }),
	of(1, 'forge', { how: fc.constantFrom('approve', 'drop', 'replay', 'unseal') }),
	of(3, 'wait', { seconds: fc.constantFrom(1, 60, 8 * 86_400) }),
	of(3, 'repeat'),
	of(3, 'cancel'),
	of(1, 'company'),
	of(1, 'copy'),
	of(1, 'currency'),
	of(3, 'customerStop'),
	of(2, 'debtor'),
	of(1, 'hold'),
	of(1, 'term'),
	of(1, 'touch'),
);

const EDITS: ReadonlySet<Step['kind']> = new Set<Step['kind']>([
	'cancel',
	'company',
	'currency',
	'debtor',
	'hold',
	'letGo',
	'term',
	'total',
	'touch',
	'untag',
]);

/** Plays steps, and says which law a run broke. */
export class ApprovalHistory {
	private readonly world: ApprovalWorld;
	private readonly known = new Map<number, Known>();
	readonly problems: string[] = [];
	readonly seen = { approvedByPerson: 0, stopped: 0, crashed: 0 };

	constructor(private readonly mayReleaseOwn: boolean) {
		this.world = new ApprovalWorld(mayReleaseOwn);
	}

	async play(steps: readonly Step[]): Promise<void> {
		for (const one of steps) await this.act(one);
	}

	private async act(one: Step): Promise<void> {
		const { orders } = this.world;
		const id = orders[one.order % orders.length] ?? 0;
		const known = this.knownOf(id);
		const now = this.factsOf(id);
		// People take longer than Odoo's clock ticks, runs may not.
		if (one.kind !== 'run') this.wait(1);
		if (known.isBroken && EDITS.has(one.kind)) known.isUnclear = true;
		if (one.kind === 'run') await this.run(id, null, one.crash);
		if (one.kind === 'yes') {
			const key = (one.isOldest ? known.keys[0] : known.keys.at(-1)) ?? null;
			if (key === null) return;
			known.lastYes = { by: one.by, key };
			const facts = known.stops.get(key);
			if (facts) known.releases.push({ by: one.by, facts });
			await this.run(id, known.lastYes, null);
		}
		if (one.kind === 'repeat' && known.lastYes) await this.run(id, known.lastYes, null);
		if (one.kind === 'note' || one.kind === 'letGo') {
			this.world.say(id, one.by, '<p>Released: they paid</p>');
			if (known.stopped) known.releases.push({ by: one.by, facts: known.stopped });
		}
		if (one.kind === 'total') this.world.edit(id, { amount_total: one.total });
		if (one.kind === 'touch') this.world.edit(id, {});
		if (one.kind === 'wait') this.wait(one.seconds);
		if (one.kind === 'copy' && orders.length < 2) this.knownOf(this.world.copy(id));
		if (one.kind === 'untag' || one.kind === 'letGo') {
			this.world.edit(id, { tag_ids: [] });
			known.holdIsTheirs = false;
		}
		if (one.kind === 'hold') {
			const had = this.world.tagsOf(id).includes(TAGS.hold);
			this.world.setTag(id, 'hold', true);
			// A tag that is there already nobody puts on.
			if (!had && !known.isBroken) known.holdIsTheirs = true;
		}
		if (one.kind === 'debtor') {
			const [first, second] = this.world.customers;
			this.world.edit(id, { partner_invoice_id: [now.debtor === first ? second : first, ''] });
		}
		if (one.kind === 'company') {
			const other = this.world.companies.find((company) => company !== now.company);
			this.world.edit(id, { company_id: [other, ''] });
		}
		if (one.kind === 'currency') {
			const name = this.world.currency('USD') === now.currency ? 'EUR' : 'USD';
			this.world.edit(id, { currency_id: [this.world.currency(name), name] });
		}
		if (one.kind === 'term') {
			const name = now.isLongTerm ? 'short' : 'long';
			this.world.edit(id, { payment_term_id: [TERMS[name], name] });
		}
		if (one.kind === 'customerStop')
			this.world.setStopped(now.debtor, !this.world.isStoppedCustomer(now.debtor));
		if (one.kind === 'cancel') {
			this.world.say(id, 'salesperson', '', 'notification');
			this.world.say(id, 'salesperson', '', 'notification');
			this.world.edit(id, { state: 'draft' });
			if (!known.isForged) known.releases = [];
		}
		if (one.kind === 'forge') this.forge(id, one.how);
	}

	private async run(id: number, yes: Yes | null, crash: Crash | null): Promise<void> {
		const known = this.knownOf(id);
		const before = this.world.tagsOf(id);
		const count = this.world.records(id).length;
		const now = this.factsOf(id);
		const outcome = await this.world.run(id, yes, crash);
		const latest = this.world.records(id).at(-1);
		if (this.world.records(id).length > count)
			known.stopped = /^<credit-\d+-\d+-a-/.test(String(latest?.message_id)) ? null : now;
		if (known.holdIsTheirs && !this.world.tagsOf(id).includes(TAGS.hold))
			this.problems.push('a run took off the hold tag of a person');
		if (outcome === null) {
			known.isBroken = true;
			this.seen.crashed += 1;
			return;
		}
		if (outcome.kind === 'failed') {
			// Nothing is recorded under a key whose note somebody edits again and again.
			if (known.isForged && outcome.error.message.includes('has been changed')) return;
			this.problems.push(`a run failed: ${outcome.error.message}`);
			return;
		}
		const { decision, decisionKey, reasons } = outcome.credit;
		const isHeld = reasons.some(({ code }) => code === 'order_on_hold');
		if (isHeld && !known.holdIsTheirs && !known.isUnclear && !known.isForged)
			this.problems.push('a tag of ours was taken for a person’s');
		if (known.holdIsTheirs && !isHeld) this.problems.push('a tag of a person was taken for ours');
		known.holdIsTheirs = isHeld;
		known.isBroken = false;
		known.isUnclear = false;
		const tags = this.world.tagsOf(id);
		if (decision !== 'approved') {
			this.seen.stopped += 1;
			if (decisionKey === null) this.problems.push('a stop has no key');
			else {
				if (!known.stops.has(decisionKey)) known.keys.push(decisionKey);
				known.stops.set(decisionKey, now);
			}
			const wanted = decision === 'onHold' ? TAGS.hold : TAGS.approval;
			if (!tags.includes(wanted)) this.problems.push(`${decision}, and its tag is not there`);
			return;
		}
		if (isHeld) this.problems.push('approved while a person holds it');
		if (now.reasons.length > 0) {
			this.seen.approvedByPerson += 1;
			const isCovered = known.releases.some(
				({ by, facts }) => this.mayRelease(by) && covers(facts, now),
			);
			if (!isCovered) this.problems.push('approved, and nobody who may released it as it is');
		}
		if (tags.some((tag) => tag === TAGS.hold && before.includes(tag)))
			this.problems.push('approved, and a tag of ours is left');
	}

	private mayRelease(by: Person): boolean {
		return by === 'boss' || this.mayReleaseOwn;
	}

	private forge(id: number, how: 'approve' | 'drop' | 'replay' | 'unseal'): void {
		const records = this.world.records(id);
		const latest = records.at(-1);
		if (!latest) return;
		const reference = String(latest.message_id);
		const approved = reference.replace(/^(<credit-\d+-\d+)-[nhm]-/, '$1-a-');
		const old = approved.replace(/^(<(?:[^-]*-){7}\d+-\d+).*@/, '$1@');
		const earlier = records.find(({ message_id: own }) => /-\d+-a-/.test(String(own)));
		const forged = {
			approve: approved,
			drop: `<${latest.id}@mail>`,
			replay: String(earlier?.message_id ?? reference),
			unseal: old,
		}[how];
		this.knownOf(id).isForged = true;
		this.world.forge(latest, forged);
	}

	private factsOf(id: number): Facts {
		const { amount_total: total } = this.world.order(id);
		const debtor = this.world.idIn(id, 'partner_invoice_id');
		return {
			debtor,
			company: this.world.idIn(id, 'company_id'),
			currency: this.world.idIn(id, 'currency_id'),
			total: Number(total),
			isLongTerm: this.world.idIn(id, 'payment_term_id') === TERMS.long,
			reasons: [
				...(this.world.isStoppedCustomer(debtor) ? ['customer_on_hold'] : []),
				...(Number(total) > 500 ? ['document_value'] : []),
			],
		};
	}

	private knownOf(id: number): Known {
		const known = this.known.get(id) ?? {
			stops: new Map(),
			keys: [],
			releases: [],
			lastYes: null,
			stopped: null,
			isForged: false,
			isBroken: false,
			isUnclear: false,
			holdIsTheirs: this.world.tagsOf(id).includes(TAGS.hold),
		};
		this.known.set(id, known);
		return known;
	}

	private wait(seconds: number): void {
		jest.setSystemTime(Date.now() + seconds * 1_000);
	}
}

const covers = (given: Facts, now: Facts): boolean =>
	given.debtor === now.debtor &&
	given.company === now.company &&
	given.currency === now.currency &&
	given.total >= now.total &&
	(given.isLongTerm || !now.isLongTerm) &&
	now.reasons.every((reason) => given.reasons.includes(reason));
