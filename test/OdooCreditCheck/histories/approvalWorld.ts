import { checkCredit, type CreditOutcome } from '../../../nodes/OdooCreditCheck/run';
import { httpTransport } from '../../../nodes/shared/odoo/httpTransport';
import { networkFailure } from '../../../nodes/shared/odoo/networkFailure';
import { OdooClient } from '../../../nodes/shared/odoo/OdooClient';
import type { HttpExchange } from '../../../nodes/shared/odoo/OdooTransport';
import { ACCESS } from '../../faults/access';
import { callOf } from '../../faults/faultyExchange';
import { isReadingCall } from '../../faults/matrix';
import type { FieldShape, Recording } from '../../faults/recorded/recording';
import { RecordedOdoo } from '../../faults/recorded/recordedOdoo';
import type { Row, Tables } from '../../faults/recorded/tables';
import { recordingOf } from '../../faults/recordings';
import { policyOf } from '../core/builders';
import { creditSettings } from '../creditSettings';

/** Who does something in Odoo; the salesperson sold and entered the order. */
export const PEOPLE = { boss: 902, salesperson: 901, pipeline: 0 } as const;
export type Person = keyof typeof PEOPLE;

/** Where the process ends: before or after Odoo carries out one of its writes. */
export interface Crash {
	/** Counted from 1. */
	readonly write: number;
	readonly moment: 'after' | 'before';
}

export interface Yes {
	readonly by: Person;
	readonly key: string;
}

export const TAGS = { hold: 911, approval: 912 } as const;
const TAG_NAMES = { hold: 'Credit Hold', approval: 'Credit Approval Needed' } as const;
export const TERMS = { short: 921, long: 922 } as const;
/** A customer category that stops orders. */
export const STOPPED = 931;

const numberOf = (value: unknown): number =>
	typeof value === 'number' ? value : Array.isArray(value) ? numberOf(value[0]) : 0;

/** What the recorded scene had no need of. */
const MORE_FIELDS: { readonly [model: string]: { readonly [field: string]: FieldShape } } = {
	'mail.message': { write_date: { type: 'datetime' } },
	'res.company': { parent_id: { type: 'many2one', relation: 'res.company' } },
	'res.users': {
		login: { type: 'char' },
		name: { type: 'char' },
		share: { type: 'boolean' },
	},
};

const only = (recording: Recording): Recording => {
	const [order] = recording.tables['sale.order']?.rows ?? [];
	const isOf = (row: Row) => numberOf(row.order_id) === order?.id;
	const rowsOf = (model: string, rows: readonly Row[]): readonly Row[] => {
		if (model === 'sale.order') return order ? [order] : [];
		if (model === 'sale.order.line') return rows.filter(isOf);
		return /^(account|mail|stock)\.(message|move|move\.line|payment|picking|quant)$/.test(model)
			? []
			: rows;
	};
	return {
		...recording,
		tables: Object.fromEntries(
			Object.entries(recording.tables).map(([model, { fields, rows }]) => [
				model,
				{ fields: { ...fields, ...MORE_FIELDS[model] }, rows: [...rowsOf(model, rows)] },
			]),
		),
	};
};

/** The recorded Odoo with one quotation in it, people who edit it, and the credit check over it. */
export class ApprovalWorld {
	private readonly odoo: RecordedOdoo;
	private readonly pipelineUser: number;
	readonly customers: readonly [number, number];

	constructor(
		private readonly mayReleaseOwn: boolean,
		recording = only(recordingOf('Credit Check')),
	) {
		this.odoo = new RecordedOdoo(recording, ACCESS);
		this.pipelineUser = recording.user.uid;
		const partners = this.tables.all('res.partner').map(({ id }) => id);
		this.customers = [partners[0] ?? 0, partners[1] ?? 0];
		for (const [person, id] of Object.entries(PEOPLE)) if (id > 0) this.addUser(id, person);
		this.addUser(this.pipelineUser, 'pipeline');
		for (const kind of ['hold', 'approval'] as const)
			this.add('crm.tag', TAGS[kind], { name: TAG_NAMES[kind], display_name: TAG_NAMES[kind] });
		for (const [name, days] of [
			['short', 10],
			['long', 60],
		] as const)
			this.addTerm(name, days);
		for (const { id } of this.tables.all('res.company'))
			this.tables.update('res.company', id, { user_ids: [this.pipelineUser] });
		for (const id of this.orders)
			this.edit(id, {
				amount_total: 900,
				user_id: [PEOPLE.salesperson, 'salesperson'],
				create_uid: [PEOPLE.salesperson, 'salesperson'],
				partner_invoice_id: [this.customers[0], ''],
				payment_term_id: [TERMS.short, 'short'],
				tag_ids: [],
			});
	}

	private get tables(): Tables {
		return this.odoo.state;
	}

	/** By name. */
	currency(name: string): number {
		return this.tables.all('res.currency').find((row) => row.name === name)?.id ?? 0;
	}

	get companies(): number[] {
		return this.tables.all('res.company').map(({ id }) => id);
	}

	get orders(): number[] {
		return this.tables.all('sale.order').map(({ id }) => id);
	}

	order(id: number): Row {
		return this.tables.row('sale.order', id) ?? { id };
	}

	userOf(person: Person): number {
		return PEOPLE[person] || this.pipelineUser;
	}

	tagsOf(id: number): number[] {
		return this.tables.related('sale.order', this.order(id), 'tag_ids');
	}

	/** Of a many2one of the order. */
	idIn(id: number, field: string): number {
		return numberOf(this.order(id)[field]);
	}

	isStoppedCustomer(id: number): boolean {
		const row = this.tables.row('res.partner', id);
		return row ? this.tables.related('res.partner', row, 'category_id').includes(STOPPED) : false;
	}

	setStopped(customer: number, isStopped: boolean): void {
		this.tables.update('res.partner', customer, { category_id: isStopped ? [STOPPED] : [] });
	}

	/** As anybody who may write the order does. */
	edit(id: number, values: { readonly [field: string]: unknown }): void {
		this.tables.update('sale.order', id, { ...values, write_date: this.now() });
	}

	setTag(id: number, kind: keyof typeof TAGS, isOn: boolean): void {
		const others = this.tagsOf(id).filter((tag) => tag !== TAGS[kind]);
		this.edit(id, { tag_ids: isOn ? [...others, TAGS[kind]] : others });
	}

	copy(id: number): number {
		const copied = this.tables.nextId('sale.order');
		this.add('sale.order', copied, {
			...this.order(id),
			id: copied,
			name: `S${copied}`,
			state: 'draft',
			order_line: [],
			message_ids: [],
			write_date: this.now(),
		});
		return copied;
	}

	say(id: number, by: Person, body: string, messageType = 'comment'): void {
		const author = [this.userOf(by), by];
		const message = this.tables.nextId('mail.message');
		this.add('mail.message', message, {
			model: 'sale.order',
			res_id: id,
			body,
			message_type: messageType,
			message_id: `<${message}@mail>`,
			subtype_id: [
				this.tables.all('mail.message.subtype').find(({ internal }) => internal)?.id,
				'',
			],
			date: this.now(),
			create_uid: author,
			create_date: this.now(),
			write_uid: author,
			write_date: this.now(),
		});
	}

	/** The notes by which the credit check remembers what it decided, oldest first. */
	records(id: number): Row[] {
		return this.tables
			.all('mail.message')
			.filter((row) => row.res_id === id && String(row.message_id).startsWith(`<credit-${id}-`));
	}

	forge({ id }: Row, reference: string): void {
		this.tables.update('mail.message', id, {
			message_id: reference,
			write_uid: [PEOPLE.salesperson, 'salesperson'],
			write_date: this.now(),
		});
	}

	/** One run over one order; null for one that did not come to its end. */
	async run(id: number, yes: Yes | null, crash: Crash | null): Promise<CreditOutcome | null> {
		const line = this.lineThatEnds(crash);
		const transport = httpTransport(line.exchange, {
			database: ACCESS.database,
			apiVersion: 'auto',
			userName: ACCESS.userName,
		});
		const host = {
			sleep: async (ms: number) => void jest.setSystemTime(Date.now() + ms),
			random: () => 0.5,
			now: () => new Date(),
		};
		const client = new OdooClient(transport, { host });
		const given = yes && {
			who: String(this.userOf(yes.by)),
			isGranted: true,
			decisionKey: yes.key,
		};
		const outcomes = await checkCredit(client, [id], this.settings(id, given)).catch(
			async (error: unknown) => (line.hasEnded() ? null : await Promise.reject(error)),
		);
		return line.hasEnded() ? null : (outcomes?.get(id) ?? null);
	}

	private settings(
		id: number,
		given: {
			readonly who: string;
			readonly isGranted: boolean;
			readonly decisionKey: string;
		} | null,
	) {
		const { rules, customerFields } = creditSettings();
		return creditSettings({
			rules: {
				...rules,
				policy: policyOf({
					customer_on_hold: { reaction: 'hold', threshold: 0 },
					order_on_hold: { reaction: 'hold', threshold: 0 },
					document_value: { reaction: 'ask', threshold: 500 },
					release_unproven: { reaction: 'ask', threshold: 0 },
				}),
				validity: { days: 7, growth: 0 },
				mayReleaseOwn: this.mayReleaseOwn,
			},
			customerFields: { ...customerFields, holdTagIds: [STOPPED] },
			releasedBy: new Map(given ? [[id, given]] : []),
		});
	}

	private lineThatEnds(crash: Crash | null) {
		let writes = 0;
		let isOver = false;
		const exchange: HttpExchange = async (request) => {
			const headers = { ...request.headers, Authorization: `bearer ${ACCESS.apiKey}` };
			const isWrite = !isReadingCall(callOf(request));
			if (isWrite && !isOver) writes += 1;
			if (isOver || !crash || !isWrite || writes < crash.write)
				return isOver
					? await over(request.call)
					: await this.odoo.exchange({ ...request, headers });
			isOver = true;
			if (crash.moment === 'after') await this.odoo.exchange({ ...request, headers });
			return await over(request.call);
		};
		return { exchange, hasEnded: () => isOver };
	}

	private now(): string {
		return new Date().toISOString().slice(0, 19).replace('T', ' ');
	}

	private add(model: string, id: number, values: { readonly [field: string]: unknown }): void {
		this.tables.put(model, { ...values, id });
	}

	private addUser(id: number, name: string): void {
		const known = this.tables.row('res.users', id);
		const values = { name, login: name, display_name: name, share: false, active: true };
		this.add('res.users', id, { ...known, ...values });
	}

	private addTerm(name: keyof typeof TERMS, days: number): void {
		this.add('account.payment.term', TERMS[name], { display_name: name });
		this.add('account.payment.term.line', TERMS[name], {
			payment_id: [TERMS[name], name],
			nb_days: days,
			delay_type: 'days_after',
		});
	}
}

const over = async (call: string): Promise<never> =>
	await Promise.reject(
		networkFailure(call, { code: 'ECONNRESET', systemCall: 'read', message: 'the process ended' }),
	);
