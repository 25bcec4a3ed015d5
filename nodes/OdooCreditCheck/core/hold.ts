import { TAG_OF, type EarlierDecision, type Release, type TagKind } from './order';
import type { CreditEffects } from './settings';

interface HoldFacts {
	/** Tags the order carries. */
	readonly tags: readonly TagKind[];
	readonly earlier: EarlierDecision | null;
	/** Nobody has written the order since the earlier decision was recorded: its tags may not be what that wants yet. */
	readonly isUntouched: boolean;
	readonly effects: CreditEffects;
}

/** The tag that the earlier decision put on, or left on because it was ours. */
const tagSetBy = ({ decision, holdIsTheirs }: EarlierDecision): TagKind | null =>
	decision === 'onHold' && holdIsTheirs ? null : TAG_OF[decision];

/** Tags that our decisions put on; without notes nothing tells them from a person's. */
export const ownTagsOf = ({ tags, earlier, isUntouched, effects }: HoldFacts): TagKind[] => {
	if (!effects.note) return [...tags];
	if (earlier === null) return [];
	const isLeft = (kind: TagKind) => isUntouched && earlier.takesOff.includes(kind);
	return tags.filter((kind) => kind === tagSetBy(earlier) || isLeft(kind));
};

/** Whether the tag of our decision is gone. Taking off a tag that a person had put on releases from no policy. */
export const isLetGo = ({ tags, earlier, effects }: Omit<HoldFacts, 'isUntouched'>): boolean =>
	earlier !== null && tagSetBy(earlier) !== null && effects.tag && tags.length === 0;

/** It stays unproven while the tag stands that was set because of it. A tag may also never have come. */
export const isReleaseUnproven = (facts: HoldFacts, releases: readonly Release[]): boolean => {
	if (releases.length > 0) return false;
	const { tags, earlier, isUntouched } = facts;
	const wasUnproven = earlier?.given.reasons?.has('release_unproven') === true;
	const isAsLeft = tags.length === 0 ? isUntouched : tags.includes('approval');
	return (isLetGo(facts) && !isUntouched) || (wasUnproven && isAsLeft);
};
