import type { Named } from './facts';
import type { EarlierDecision, Release, TagKind } from './order';
import type { CreditEffects } from './settings';

/** What the order carries now, beside what was recorded about it. */
interface HoldFacts {
	readonly tags: readonly TagKind[];
	readonly earlier: EarlierDecision | null;
	readonly effects: CreditEffects;
}

/** A hold of ours is recorded before the next check; without notes nothing tells our tag from a person's. */
export const isHeldByHand = ({ tags, earlier, effects }: HoldFacts): boolean => {
	const byPolicy = earlier !== null && earlier.decision !== 'approved' && !earlier.byHand;
	return effects.note && tags.includes('hold') && !byPolicy;
};

/**
 * Who let a held order go: the name given from outside, or whoever changed the order last when the tag of our decision
 * is gone. Taking off a tag that a person had put on releases from no policy.
 * @param named from outside Odoo
 * @param lastChangeBy null when it was this node's own user, whose changes say nothing
 */
export const findRelease = (
	{ tags, earlier, effects }: HoldFacts,
	named: string | undefined,
	lastChangeBy: Named | null,
): Release | null => {
	if (earlier === null || earlier.decision === 'approved') return null;
	if (named !== undefined) return { by: { id: 0, name: named }, isLastChange: false };
	if (tags.length > 0 || earlier.byHand || !effects.tag || lastChangeBy === null) return null;
	return { by: lastChangeBy, isLastChange: true };
};
