import type { HttpReply } from '../OdooTransport';

/** Enough to tell one web page from another. */
const BEGINNING = 4_000;

/** Undefined is what no JSON can be; the reply's text still says what came. */
const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
};

/** What came over the line, whole, as a reply. */
export const toReply = (status: number, text: string, retryAfter?: string): HttpReply => ({
	status,
	body: parsed(text),
	text: text.slice(0, BEGINNING),
	...(retryAfter ? { retryAfter } : {}),
});
