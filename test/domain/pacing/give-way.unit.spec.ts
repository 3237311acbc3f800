import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agentsWanted,
  aheadOnCallerIds,
  mayHoldNow,
  partOfSeats,
  partOfTrunk,
  rivalsOf,
  type Wish,
} from '../../../src/domain/pacing/give-way.ts';
import { handOut, partOf, type Claim } from '../../../src/domain/pacing/share-out.ts';

const claims = fc
  .array(
    fc.record({
      priority: fc.integer({ min: 1, max: 3 }),
      holds: fc.integer({ min: 0, max: 9 }),
      wants: fc.integer({ min: 0, max: 9 }),
      tookAt: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => list.map((claim, index): Claim => ({ ...claim, campaignId: `c${index}` })));
const free = fc.integer({ min: 0, max: 30 });
const units = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const given = (list: readonly Claim[], count: number): Map<string, number> => {
  const of = handOut(units(count), list);
  return new Map(list.map(({ campaignId }) => [campaignId, of.filter((id) => id === campaignId).length]));
};
const wish = (campaignId: string, over: Partial<Wish> = {}): Wish => ({
  ...{ campaignId, name: campaignId, priority: 1, trunkIds: ['t'], at: 0, tookAt: 0 },
  ...{ calls: 0, wants: 0, talking: 0, agents: 0, due: 0, mayHold: true },
  ...over,
});

describe('what several campaigns share', () => {
  it('[PACE-29] nothing is left while somebody wants it, and nobody gets more than he wants', () => {
    fc.assert(
      fc.property(claims, free, (list, count) => {
        const shares = given(list, count);
        const all = [...shares.values()].reduce((sum, part) => sum + part, 0);
        expect(all).toBe(
          Math.min(
            count,
            list.reduce((sum, { wants }) => sum + wants, 0),
          ),
        );
        for (const { campaignId, wants } of list) expect(shares.get(campaignId)).toBeLessThanOrEqual(wants);
      }),
    );
  });

  it('[PACE-29] whoever comes after takes nothing from those before', () => {
    fc.assert(
      fc.property(claims, free, (list, count) => {
        for (const claim of list) {
          const without = list.filter(({ priority }) => priority <= claim.priority);
          expect(given(list, count).get(claim.campaignId)).toBe(given(without, count).get(claim.campaignId));
        }
      }),
    );
  });

  it('[PACE-30] equals end up as even as their wants allow', () => {
    fc.assert(
      fc.property(claims, free, (list, count) => {
        const equal = list.map((claim) => ({ ...claim, priority: 1 }));
        const shares = given(equal, count);
        for (const one of equal) {
          for (const other of equal) {
            const had = shares.get(one.campaignId) ?? 0;
            const rest = other.wants - (shares.get(other.campaignId) ?? 0);
            // Somebody who got one and somebody who would take one more differ by that one at most.
            if (had > 0 && rest > 0)
              expect(one.holds + had).toBeLessThanOrEqual(other.holds + (shares.get(other.campaignId) ?? 0) + 1);
          }
        }
      }),
    );
  });

  it('[PACE-30] equals who hold as much take turns', () => {
    const turn = (tookAt: readonly [number, number]) =>
      handOut(
        [0],
        [
          { campaignId: 'a', priority: 1, holds: 0, wants: 1, tookAt: tookAt[0] },
          { campaignId: 'b', priority: 1, holds: 0, wants: 1, tookAt: tookAt[1] },
        ],
      );
    expect(turn([5, 3])).toEqual(['b']);
    expect(turn([3, 5])).toEqual(['a']);
    expect(turn([3, 3])).toEqual(['a']);
  });

  it('[PACE-29] a part says who is served before', () => {
    const own: Claim = { campaignId: 'own', priority: 5, holds: 0, wants: Number.POSITIVE_INFINITY, tookAt: 0 };
    const first = { ...own, campaignId: 'first', priority: 1, wants: 2 };
    expect(partOf(own, [first], 3)).toEqual({ count: 1, waitsFor: 'first' });
    expect(partOf(own, [first], 0)).toEqual({ count: 0, waitsFor: 'first' });
    expect(partOf(own, [{ ...first, wants: 0 }], 3)).toEqual({ count: 3, waitsFor: null });
    expect(partOf(own, [{ ...first, priority: 9 }], 3)).toEqual({ count: 3, waitsFor: null });
    expect(partOf(own, [{ ...first, priority: 9 }], 0)).toEqual({ count: 0, waitsFor: null });
  });
});

describe('giving way to other campaigns', () => {
  const own = { campaignId: 'own', priority: 2, trunkIds: ['t', 'u'], tookAt: 0, calls: 3, talking: 1 };

  it('[PACE-31] channels and rate of a common trunk go to the smaller priority first, those of another trunk do not', () => {
    const rival = wish('a', { wants: 4 });
    expect(partOfTrunk(own, [rival], { channels: 6, tokens: 5 })).toEqual({ channels: 2, tokens: 1, waitsFor: 'a' });
    expect(partOfTrunk(own, [{ ...rival, trunkIds: ['v'] }], { channels: 6, tokens: 5 })).toEqual({
      ...{ channels: 6, tokens: 5 },
      waitsFor: null,
    });
    // Equals: until each has as many calls; of the rate as many each.
    const equal = wish('b', { priority: 2, calls: 1, wants: 9 });
    expect(partOfTrunk(own, [equal], { channels: 4, tokens: 4 })).toMatchObject({ channels: 1, tokens: 2 });
  });

  it('[PACE-31] a wish that was not renewed for three seconds, and one’s own, count for nothing', () => {
    const wishes = [wish('own', { at: 10_000 }), wish('a', { at: 7_000 }), wish('b', { at: 6_999 })];
    expect(rivalsOf('own', wishes, 10_000).map(({ campaignId }) => campaignId)).toEqual(['a']);
  });

  it('[PACE-31] one trunk in common is enough, and named is who takes what there is less of', () => {
    const there = wish('a', { wants: 4, trunkIds: ['t', 'v'] });
    expect(partOfTrunk(own, [there], { channels: 6, tokens: 5 })).toMatchObject({ channels: 2, waitsFor: 'a' });
    // Of the channels the next are for whoever has fewest calls, of the rate for whoever launched last the longest ago.
    const equals = [
      wish('many', { priority: 2, calls: 9, wants: 9, tookAt: -2 }),
      wish('few', { priority: 2, calls: 0, wants: 9, tookAt: -1 }),
    ];
    const part = (channels: number, tokens: number) => partOfTrunk(own, equals, { channels, tokens });
    expect(part(2, 3)).toEqual({ channels: 0, tokens: 1, waitsFor: 'few' });
    expect(part(2, 2)).toEqual({ channels: 0, tokens: 0, waitsFor: 'few' });
    expect(part(9, 2)).toEqual({ channels: 3, tokens: 0, waitsFor: 'many' });
  });

  it('[PACE-31] an agent is kept for a call unless its campaign has said of late that an answer would miss him', () => {
    const may = (...wishes: readonly Wish[]): boolean => mayHoldNow('a', wishes, 10_000);
    expect(may()).toBe(true);
    expect(may(wish('a', { at: 9_000 }))).toBe(true);
    expect(may(wish('a', { at: 7_000, mayHold: false }))).toBe(false);
    expect(may(wish('a', { at: 6_999, mayHold: false }))).toBe(true);
    expect(may(wish('b', { at: 9_000, mayHold: false }))).toBe(true);
    expect(may(wish('b', { at: 9_000 }), wish('a', { at: 9_000, mayHold: false }))).toBe(false);
  });

  const seats = (['ready', 'ready', 'talking', 'ready'] as const).map((state, index) => ({
    ...{ agentId: `p${index}`, state, since: 0, leaving: false },
  }));
  const shared = [{ campaignId: 'a', share: 0.5, agentIds: ['p0', 'p1', 'p2'] }];

  it('[PACE-32] agents that a smaller priority has use for are left to it, the ready ones first, and no more than those', () => {
    const one = partOfSeats(own, [wish('a', { agents: 1 })], seats, shared);
    expect(one.seats.map(({ state }) => state)).toEqual(['reserved', 'ready', 'talking', 'ready']);
    expect(one).toMatchObject({ givenUp: 1, waitsFor: 'a' });
    expect(one.shared[0]?.share).toBeCloseTo(1 / 3);
    const all = partOfSeats(own, [wish('a', { agents: 9 })], seats, shared);
    expect(all.seats.map(({ state, leaving }) => [state, leaving])).toEqual([
      ['reserved', true],
      ['reserved', true],
      ['talking', true],
      ['ready', false],
    ]);
    expect(all).toMatchObject({ givenUp: 2, shared: [{ share: 0 }] });
  });

  it('[PACE-32] equals share the ready agents by who has fewer on calls, and leave each other the busy ones', () => {
    const equal = partOfSeats(own, [wish('a', { priority: 2, agents: 9, talking: 1 })], seats, shared);
    expect(equal.seats.map(({ state, leaving }) => [state, leaving])).toEqual([
      ['reserved', false],
      ['ready', false],
      ['talking', false],
      ['ready', false],
    ]);
    expect(partOfSeats(own, [wish('a', { priority: 3, agents: 9 })], seats, shared)).toMatchObject({
      ...{ seats, shared, givenUp: 0, waitsFor: null },
    });
    expect(partOfSeats(own, [wish('b', { agents: 9 })], seats, shared)).toMatchObject({ seats, givenUp: 0 });
  });

  it('[PACE-32] the ready ones are given before the busy ones, in whatever order they are named', () => {
    const busyFirst = [seats[2]!, seats[0]!, seats[1]!];
    const { seats: left } = partOfSeats(own, [wish('a', { agents: 1 })], busyFirst, shared);
    expect(left.map(({ state, leaving }) => [state, leaving])).toEqual([
      ['talking', false],
      ['reserved', true],
      ['ready', false],
    ]);
  });

  it('[PACE-32] of two who share agents the smaller priority has its own for good, the equal one the ready ones for now', () => {
    const both = [
      { campaignId: 'a', share: 0.25, agentIds: ['p0'] },
      { campaignId: 'b', share: 0.5, agentIds: ['p1', 'p2'] },
      { campaignId: 'nobody', share: 0, agentIds: [] },
    ];
    const busy = { ...own, talking: 5 };
    const rivals = [wish('a', { agents: 9 }), wish('b', { priority: 2, agents: 9 })];
    const part = partOfSeats(busy, rivals, seats, both);
    expect(part.seats.map(({ state, leaving }) => [state, leaving])).toEqual([
      ['reserved', true],
      ['reserved', false],
      ['talking', false],
      ['ready', false],
    ]);
    // Of the two of the equal one the busy one may still come here.
    expect(part.shared.map(({ share }) => share)).toEqual([0, 0.25, 0]);
    expect(part).toMatchObject({ givenUp: 2, waitsFor: 'a' });
  });

  it('[PACE-32] a campaign has use for an agent for each call, or for as many as are likely to answer', () => {
    const of = { overbooks: false, answerRate: 0.25, pending: 3, launchable: 6, readyAlone: 2 };
    expect(agentsWanted(of)).toBe(7);
    expect(agentsWanted({ ...of, overbooks: true })).toBe(1);
    expect(agentsWanted({ ...of, overbooks: true, readyAlone: 9 })).toBe(0);
  });

  it('[PACE-33] what is left of a caller id is for the smaller priority as far as it has cases', () => {
    const rivals = [
      wish('a', { due: 4 }),
      wish('b'),
      wish('c', { priority: 2, due: 4 }),
      wish('d', { priority: 3, due: 4 }),
    ];
    expect(aheadOnCallerIds(own, rivals)).toEqual([{ campaignId: 'a', calls: 4 }]);
  });
});
