import type { z } from 'zod';

import { mayWrite } from './mayWrite';
import { unique } from '../core/collections';
import {
	Bisection,
	chunksOf,
	DEFAULT_BATCH_SIZE,
	DEFAULT_CONCURRENCY,
	inParallel,
	mergeResults,
	type BatchResult,
} from './batches';
import type { OdooDomain } from './domain';
import { domainIn } from './fieldNames';
import type { Json, OdooCall, OdooContext, OdooTransport } from './OdooTransport';
import { user } from './records/party';
import { fieldsToRead, parseRecords, type RecordOf, type RecordType } from './records/record';
import { CallGate } from './callGate';
import { isOdooError } from './errors';
import { isRead } from './protocol/answers';
import { readPipelineUsers, type PipelineUser } from './pipelineUsers';
import { DEFAULT_RETRY, type Host, type RetryPolicy } from './retry';
import { contextOf, openSession, type Session } from './session';
import { NO_MEMORY, type SessionMemory } from './sessionMemory';

export interface ClientOptions {
	readonly host: Host;
	/** One company only; without it all companies of the user. */
	readonly companyId?: number;
	/** Logins or ids of users, beside the client's own, whose records are the pipeline's. */
	readonly pipelineUsers?: readonly string[];
	/** Records in one call. */
	readonly batchSize?: number;
	/** Calls under way at once. */
	readonly concurrency?: number;
	readonly retry?: RetryPolicy;
	/** 0 for no limit. */
	readonly callsPerSecond?: number;
	/** For all calls of the run together; without it nothing limits them. */
	readonly budgetMs?: number;
	/** What is known of the session before it is opened, and what becomes of it. */
	readonly memory?: SessionMemory;
}

export interface SearchOptions {
	readonly order?: string;
	readonly limit?: number;
	readonly offset?: number;
	readonly context?: OdooContext;
}

/** Values of a record to write, by field name. */
export type OdooValues = { readonly [field: string]: Json };

/** The typed client every node uses: one for each execution. */
export class OdooClient {
	private opened: Promise<Session> | undefined;
	private users: Promise<readonly PipelineUser[]> | undefined;

	constructor(
		private readonly transport: OdooTransport,
		private readonly options: ClientOptions,
		private readonly companyIds?: readonly number[],
		private readonly gate = new CallGate({ ...options, retry: options.retry ?? DEFAULT_RETRY }),
	) {}

	get host(): Host {
		return this.options.host;
	}

	get batchSize(): number {
		return this.options.batchSize ?? DEFAULT_BATCH_SIZE;
	}

	/** Milliseconds until the run begins nothing new; Infinity without a limit. */
	timeLeft(): number {
		return this.gate.timeLeft();
	}

	async session(): Promise<Session> {
		this.opened ??= this.openSession();
		return await this.opened;
	}

	private get memory(): SessionMemory {
		return this.options.memory ?? NO_MEMORY;
	}

	private async openSession(): Promise<Session> {
		const known = this.memory.session();
		if (known) return known;
		const open = async () =>
			await this.gate.pass(
				{ name: 'session', isRead: true, repeatable: true },
				async () => await openSession(this.transport, this.options.companyId),
			);
		let isRecalled = this.memory.identity() !== undefined;
		const session = await open().catch(async (error: unknown) => {
			this.memory.forget();
			// Odoo may have been upgraded, or replaced, since then.
			if (!isRecalled || !isOdooError(error) || error.retryable) return await Promise.reject(error);
			isRecalled = false;
			return await open();
		});
		this.memory.keep(session, isRecalled);
		return session;
	}

	/** Whose records are the pipeline's own: what anybody else made proves nothing. @throws OdooError */
	async pipelineUsers(): Promise<readonly PipelineUser[]> {
		const { uid } = await this.session();
		this.users ??= readPipelineUsers({
			uid,
			named: this.options.pipelineUsers ?? [],
			find: async (domain) =>
				await this.search(user, ['id', 'login', 'share', 'partner_id'], domain, {
					context: { active_test: false },
				}),
		});
		return await this.users;
	}

	/** The same client working for these companies only; the session is shared. */
	forCompanies(companyIds: readonly number[]): OdooClient {
		const client = new OdooClient(this.transport, this.options, companyIds, this.gate);
		client.opened = this.session();
		client.users = this.users;
		return client;
	}

	/**
	 * Calls a method with the session's context. Reads are repeated after passing failures, and so is a write whose
	 * identity key makes that harmless; another write only when Odoo certainly changed nothing.
	 * @throws OdooError
	 */
	async call(
		model: string,
		method: string,
		{ repeatable = isRead(method), ...call }: OdooCall & { readonly repeatable?: boolean } = {},
	): Promise<unknown> {
		const context = { ...contextOf(await this.session(), this.companyIds), ...call.context };
		return await this.gate
			.pass(
				{ name: `${model}.${method}`, isRead: isRead(method), repeatable },
				async () => await this.transport.call(model, method, { ...call, context }),
			)
			.catch(async (error: unknown) => {
				this.memory.forget();
				return await Promise.reject(error);
			});
	}

	async search<Shape extends z.ZodRawShape, Field extends keyof Shape & string>(
		type: RecordType<Shape>,
		fields: readonly Field[],
		domain: OdooDomain,
		options: SearchOptions = {},
	): Promise<RecordOf<RecordType<Shape>, Field>[]> {
		const { version } = await this.session();
		const { context, ...paging } = options;
		const answer = await this.call(type.model, 'search_read', {
			args: {
				domain: domainIn(version, type.model, domain),
				fields: fieldsToRead(version, type, fields),
				...paging,
			},
			...(context ? { context } : {}),
		});
		return parseRecords(version, type, fields, answer);
	}

	/**
	 * Searches with a long list of values in one leaf, in chunks: `searchIn(type, fields, 'order_id', ids, domain)`.
	 * Records of different chunks never repeat as long as the field holds one value.
	 */
	async searchIn<Shape extends z.ZodRawShape, Field extends keyof Shape & string>(
		type: RecordType<Shape>,
		fields: readonly Field[],
		key: string,
		values: readonly (number | string)[],
		domain: OdooDomain = [],
	): Promise<RecordOf<RecordType<Shape>, Field>[]> {
		return await this.inChunks(
			values,
			async (chunk) =>
				await this.search(type, fields, [[key, 'in', chunk], ...domain], { order: 'id' }),
		);
	}

	/** Reads records by id; a missing one is simply not in the answer, archived ones are. */
	async read<Shape extends z.ZodRawShape, Field extends keyof Shape & string>(
		type: RecordType<Shape>,
		fields: readonly Field[],
		ids: readonly number[],
	): Promise<RecordOf<RecordType<Shape>, Field>[]> {
		return await this.inChunks(
			ids,
			async (chunk) =>
				await this.search(type, fields, [['id', 'in', chunk]], { context: { active_test: false } }),
		);
	}

	private async inChunks<V, R>(
		values: readonly V[],
		search: (chunk: V[]) => Promise<R[]>,
	): Promise<R[]> {
		const chunks = chunksOf(unique(values), this.batchSize);
		return (await this.parallel(chunks, search)).flat();
	}

	/** Runs the work for each chunk with the client's bounded parallelism, keeping the order. */
	async parallel<T, R>(chunks: readonly T[], work: (chunk: T) => Promise<R>): Promise<R[]> {
		return await inParallel(chunks, this.options.concurrency ?? DEFAULT_CONCURRENCY, work);
	}

	/** One method on many records, in chunks, one bad record failing alone. Chunks run one after the other: they are writes. */
	async callEach(
		model: string,
		method: string,
		ids: readonly number[],
		call: Omit<OdooCall, 'ids'> = {},
	): Promise<BatchResult<unknown>> {
		return await this.batch(
			model,
			ids,
			async (chunk) => await this.call(model, method, { ...call, ids: chunk }),
		);
	}

	/** Any write over chunks of a model's ids, halved when Odoo refuses it. */
	async batch<R>(
		model: string,
		ids: readonly number[],
		write: (chunk: readonly number[]) => Promise<R>,
	): Promise<BatchResult<R>> {
		const bisection = new Bisection(write, async () => await mayWrite(this, model, []));
		const parts: BatchResult<R>[] = [];
		for (const chunk of chunksOf(unique(ids), this.batchSize))
			parts.push(await bisection.run(chunk));
		return mergeResults(parts);
	}

	async write(
		model: string,
		ids: readonly number[],
		values: OdooValues,
	): Promise<BatchResult<unknown>> {
		return await this.callEach(model, 'write', ids, { args: { vals: values } });
	}
}
