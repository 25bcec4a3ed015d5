import { createHmac } from 'node:crypto';

const MARK = '-s';
const SEALED = /^(.+)-s[0-9a-f]{24}$/;

/** The text with a part that only who knows the pipeline's secret can work out: who edits it cannot seal it again. */
export const seal = (secret: string, text: string): string =>
	`${text}${MARK}${createHmac('sha256', secret).update(`seal ${text}`).digest('hex').slice(0, 24)}`;

/** The text under its seal; null without a seal of this secret. */
export const unseal = (secret: string, sealed: string): string | null => {
	const text = SEALED.exec(sealed)?.[1];
	return text !== undefined && seal(secret, text) === sealed ? text : null;
};
