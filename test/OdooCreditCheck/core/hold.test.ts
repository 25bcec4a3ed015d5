import { isLetGo, isReleaseUnproven, ownTagsOf } from '../../../nodes/OdooCreditCheck/core/hold';
import type { EarlierDecision, TagKind } from '../../../nodes/OdooCreditCheck/core/order';
import { earlier, givenFor, release } from './builders';

const effects = { note: true, tag: true, confirm: false, releaseReservations: false };

interface Case {
	readonly when: string;
	readonly tags: readonly TagKind[];
	readonly earlier: EarlierDecision | null;
	readonly isUntouched?: boolean;
	readonly ours: readonly TagKind[];
}

const stopped = (facts: Partial<EarlierDecision> = {}) => earlier({ decision: 'onHold', ...facts });

const CASES: readonly Case[] = [
	{ when: 'nothing is recorded: it may be a copy', tags: ['hold'], earlier: null, ours: [] },
	{ when: 'we held it', tags: ['hold'], earlier: stopped(), ours: ['hold'] },
	{
		when: 'we held it that a person held already',
		tags: ['hold'],
		earlier: stopped({ holdIsTheirs: true }),
		ours: [],
	},
	{
		when: 'we asked and a person holds it',
		tags: ['approval', 'hold'],
		earlier: earlier({ decision: 'needsApproval' }),
		ours: ['approval'],
	},
	{ when: 'a person holds what was approved', tags: ['hold'], earlier: earlier(), ours: [] },
	{
		when: 'a run broke off before it took our tag off',
		tags: ['hold'],
		earlier: earlier({ takesOff: ['hold'] }),
		isUntouched: true,
		ours: ['hold'],
	},
	{
		when: 'somebody wrote the order after a run that was to take our tag off',
		tags: ['hold'],
		earlier: earlier({ takesOff: ['hold'] }),
		ours: [],
	},
	{
		when: 'a run broke off between two tags of ours',
		tags: ['hold', 'approval'],
		earlier: earlier({ decision: 'needsApproval', takesOff: ['hold'] }),
		isUntouched: true,
		ours: ['hold', 'approval'],
	},
];

describe('a tag is ours', () => {
	it.each(CASES)('when $when: $ours', ({ tags, earlier: last, isUntouched = false, ours }) => {
		expect(ownTagsOf({ tags, earlier: last, isUntouched, effects })).toEqual(ours);
	});

	it('always, when nothing is recorded', () => {
		const facts = { tags: ['hold'], earlier: null, isUntouched: false } as const;
		expect(ownTagsOf({ ...facts, effects: { ...effects, note: false } })).toEqual(['hold']);
	});
});

describe('a stopped order without its tag', () => {
	const facts = { tags: [], earlier: stopped(), isUntouched: false, effects } as const;
	const byNote = release({ id: 30, name: 'Fay Finance' }, { isByNote: true });

	it('was let go by somebody whom only a note proves', () => {
		expect(isLetGo(facts)).toBe(true);
		expect(isReleaseUnproven(facts, [])).toBe(true);
		expect(isReleaseUnproven(facts, [byNote])).toBe(false);
	});

	it('may never have got it, if nobody has written the order since', () => {
		expect(isReleaseUnproven({ ...facts, isUntouched: true }, [])).toBe(false);
	});

	it('was not let go, if the tag was a person’s', () => {
		expect(isLetGo({ ...facts, earlier: stopped({ holdIsTheirs: true }) })).toBe(false);
	});

	it.each([
		{ tags: ['approval'] as const, isUntouched: false },
		{ tags: [] as const, isUntouched: true },
	])('stays unproven with $tags while nobody decides', ({ tags, isUntouched }) => {
		const reasons = new Map([['release_unproven', { answer: 'ask', threshold: 0 } as const]]);
		const asked = earlier({ decision: 'needsApproval', given: givenFor({ reasons }) });
		expect(isReleaseUnproven({ ...facts, tags, isUntouched, earlier: asked }, [])).toBe(true);
	});
});
