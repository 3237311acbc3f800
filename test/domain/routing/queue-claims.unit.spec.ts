import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimAgents, mergeClaims } from '../../../src/domain/routing/queue-claims.ts';

const some = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
const claims = fc.array(fc.record({ ready: some, busy: some }), { maxLength: 6 });

it('[AGT-14] each caller has the first agent who may take him and is no other caller’s, ready before busy', () => {
  expect(
    claimAgents([
      { ready: ['a', 'b'], busy: ['c'] },
      { ready: ['a'], busy: ['c'] },
      { ready: [], busy: ['c', 'd'] },
      { ready: ['b'], busy: [] },
    ]),
  ).toEqual({ now: new Set(['a', 'b']), next: new Set(['c', 'd']) });
  expect(claimAgents([{ ready: ['a'], busy: ['a'] }])).toEqual({ now: new Set(['a']), next: new Set() });
});

it('[AGT-14] no more agents are claimed than callers wait, and none who may take nobody', () => {
  fc.assert(
    fc.property(claims, (list) => {
      const { now, next } = claimAgents(list);
      expect(now.size + next.size).toBeLessThanOrEqual(list.length);
      for (const agentId of now) expect(list.some(({ ready }) => ready.includes(agentId))).toBe(true);
      for (const agentId of next) expect(list.some(({ busy }) => busy.includes(agentId))).toBe(true);
    }),
  );
});

it('[AGT-15] the callers of all nodes are one queue, the longest wait first; one who waits at several counts once', () => {
  const place = { caller: 'place', since: 2, ready: ['a'], busy: ['x'] };
  const first = { caller: 'first', since: 1, ready: ['b'], busy: [] };
  const last = { caller: 'last', since: 3, ready: ['a', 'b'], busy: [] };
  expect(mergeClaims([[place, last], [], [first, { ...place, since: 4, ready: ['c', 'a'], busy: ['y'] }]])).toEqual([
    first,
    { ...place, ready: ['a', 'c'], busy: ['x', 'y'] },
    last,
  ]);
  // Whoever came at the same instant keeps the same order, whichever node is asked.
  const same = { ...last, caller: 'also last' };
  expect(mergeClaims([[last], [same]])).toEqual(mergeClaims([[same], [last]]));
});
