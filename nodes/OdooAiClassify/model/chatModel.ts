import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import type { Prompt } from '../core/prompt';

type Message = readonly ['system' | 'human', string];

/** A connected chat model, as n8n's model nodes supply it (LangChain); all we use of it. */
interface ChatModel {
	readonly invoke: (
		messages: readonly Message[],
		options: { readonly signal: AbortSignal },
	) => Promise<unknown>;
}

const chatModel = z.custom<ChatModel>(
	(value) =>
		typeof value === 'object' &&
		value !== null &&
		'invoke' in value &&
		typeof value.invoke === 'function',
);
const names = z
	.object({ modelName: z.string().optional(), model: z.string().optional() })
	.catch({});

export interface ConnectedModel {
	readonly model: ChatModel;
	/** As the provider calls it; null when it does not say. */
	readonly name: string | null;
}

/** The model on the node's second input; null when none is connected. */
export const connectedModel = async (
	context: IExecuteFunctions,
): Promise<ConnectedModel | null> => {
	const supplied: unknown = await context.getInputConnectionData(
		NodeConnectionTypes.AiLanguageModel,
		0,
	);
	const [first]: unknown[] = Array.isArray(supplied) ? supplied : [supplied];
	if (first === undefined || first === null) return null;
	const read = chatModel.safeParse(first);
	if (!read.success)
		throw new NodeOperationError(
			context.getNode(),
			"What is connected to 'Model' is not a chat model",
			{
				description: 'Connect a chat model node, or none: the rules work without it.',
			},
		);
	const { modelName, model } = names.parse(first);
	return { model: read.data, name: modelName ?? model ?? null };
};

const textPart = z
	.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)])
	.catch('');
const content = z.union([z.string(), z.array(textPart).transform((parts) => parts.join(''))]);
const reply = z.union([content, z.object({ content }).transform((message) => message.content)]);

/** Stops waiting when the signal says so, also for a model that does not listen to it. */
const orAbort = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
	const aborted = new Promise<never>((_resolve, reject) => {
		const stop = () =>
			reject(
				signal.reason instanceof Error
					? signal.reason
					: new Error('The call to the model was cancelled'),
			);
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
	});
	return await Promise.race([work, aborted]);
};

/** The model's words. @throws whatever the model throws, or an error for an empty answer */
export const ask = async (
	{ model }: ConnectedModel,
	{ system, human }: Prompt,
	signal: AbortSignal,
): Promise<string> => {
	const messages: readonly Message[] = [
		['system', system],
		['human', human],
	];
	const read = reply.safeParse(await orAbort(model.invoke(messages, { signal }), signal));
	if (read.success) return read.data;
	throw new Error('The model returned an empty answer');
};
