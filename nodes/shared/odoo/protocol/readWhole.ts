import { OdooError } from '../errors';

/** More than 200 records of any model weigh; a larger answer is a mistake of somebody's. */
const MOST_BYTES = 32 * 1024 * 1024;

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/**
 * The text of a body, read to its end. @throws OdooError `outcomeUnknown` for one that is too large; whatever the line
 * throws when it breaks
 */
export const readWhole = async (call: string, body: unknown): Promise<string> => {
	if (!isStream(body)) return typeof body === 'string' ? body : '';
	const decoder = new TextDecoder();
	const parts: string[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.byteLength;
		if (size > MOST_BYTES)
			throw new OdooError({
				kind: 'outcomeUnknown',
				call,
				reason: `the answer is larger than ${MOST_BYTES / 1024 / 1024} MB`,
			});
		parts.push(decoder.decode(chunk, { stream: true }));
	}
	parts.push(decoder.decode());
	return parts.join('');
};
