import { reason } from '../reason';
import type { Rule } from './rule';

const among = (names: readonly string[], wanted: readonly string[]): string[] => {
	const lower = wanted.map((name) => name.trim().toLowerCase());
	return names.filter((name) => lower.includes(name.trim().toLowerCase()));
};

export const holdRule: Rule = ({ tags }, { holdTags }) =>
	among(tags, holdTags).map((tag) => reason('openHold', `The order is tagged '${tag}'`, { tag }));

export const disputeRule: Rule = ({ tags }, { disputeTags }) =>
	among(tags, disputeTags).map((tag) =>
		reason('openDispute', `The order is tagged '${tag}'`, { tag }),
	);

export const openReturnRule: Rule = ({ transfers }, { holdsOpenReturns }) =>
	transfers
		.filter(
			({ direction, state }) => holdsOpenReturns && direction === 'return' && state === 'open',
		)
		.map(({ id, name }) =>
			reason('openReturn', `The return ${name} is not received yet`, { transfer: id }),
		);
