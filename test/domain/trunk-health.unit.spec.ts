import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterProbe,
  isOfTrunk,
  judgeTrunk,
  trunkHealth,
  type EndedAlike,
  type TrunkWatchRule,
} from '../../src/domain/trunk-health.ts';

const group = (over: Partial<EndedAlike> = {}): EndedAlike => ({
  fault: 'callee',
  reason: 'busy',
  vacant: false,
  calls: 1,
  answered: 0,
  answeredMs: 0,
  rang: 0,
  untilRingingMs: 0,
  ...over,
});
const rule: TrunkWatchRule = {
  watched: true,
  windowMs: 300_000,
  minCalls: 20,
  maxFailureShare: 0.5,
  minAnswerShare: null,
  probeEveryMs: 60_000,
  probesToReturn: 2,
};
const failing = (failed: number, others: number) =>
  trunkHealth([group({ fault: 'carrier', reason: 'congestion', calls: failed }), group({ calls: others })]);

describe('how a trunk does', () => {
  it('[TRK-10] shares, durations and reasons are of the calls that ended', () => {
    const health = trunkHealth([
      group({
        fault: 'none',
        reason: 'callee-hung-up',
        calls: 4,
        answered: 4,
        answeredMs: 200_000,
        rang: 4,
        untilRingingMs: 8_000,
      }),
      group({ reason: 'vacant', vacant: true, calls: 2 }),
      group({ calls: 3, rang: 1, untilRingingMs: 2_000 }),
      group({ fault: 'carrier', reason: 'congestion', calls: 1 }),
    ]);
    expect(health).toMatchObject({
      calls: 10,
      answered: 4,
      answerShare: 0.4,
      averageCallMs: 50_000,
      postDialMs: 2_000,
      failed: 1,
      failureShare: 0.1,
      vacant: 2,
      vacantShare: 0.2,
    });
    expect(health.reasons.map(({ reason, calls, ofTrunk }) => [reason, calls, ofTrunk])).toEqual([
      ['busy', 3, false],
      ['vacant', 2, false],
      ['congestion', 1, true],
    ]);
  });

  it('[TRK-10] without calls there is no share', () => {
    expect(trunkHealth([])).toMatchObject({ calls: 0, answerShare: null, averageCallMs: null, postDialMs: null });
  });

  it.each([
    ['[TRK-10] congestion', 'carrier', 'congestion', true],
    ['[TRK-10] an account that is not accepted', 'ours', 'account', true],
    ['[TRK-10] a caller id that is not accepted', 'ours', 'caller-id', true],
    ['[TRK-10] our own haste', 'ours', 'rate-limited', false],
    ['[TRK-10] a busy line', 'callee', 'busy', false],
  ] as const)('%s', (_, fault, reason, ofTrunk) => {
    expect(isOfTrunk({ fault, reason })).toBe(ofTrunk);
  });
});

describe('when a trunk is taken out', () => {
  it.each([
    ['[TRK-11] at the share it goes out', failing(10, 10), {}, 'failures'],
    ['[TRK-11] below the share it stays', failing(9, 11), {}, null],
    ['[TRK-11] too few calls say nothing', failing(19, 0), {}, null],
    ['[TRK-11] one that is not watched stays', failing(20, 0), { watched: false }, null],
    ['[TRK-11] answers are judged only if asked for', failing(0, 40), {}, null],
    ['[TRK-11] too few answers', failing(0, 40), { minAnswerShare: 0.1 }, 'answers'],
  ] as const)('%s', (_, health, over, because) => {
    expect(judgeTrunk(health, { ...rule, ...over })).toBe(because);
  });
});

describe('how a trunk comes back', () => {
  it('[TRK-12] after so many good probes in a row', () => {
    const first = afterProbe({ good: 0, failed: 3 }, 'well', 1_000, rule);
    expect(first).toEqual({ kind: 'again', good: 1, failed: 3, at: 61_000 });
    expect(afterProbe({ good: 1, failed: 3 }, 'well', 1_000, rule)).toEqual({ kind: 'back' });
  });

  it('[TRK-12] a failed probe begins the row anew and doubles the pause, up to sixteenfold', () => {
    expect(afterProbe({ good: 1, failed: 0 }, 'badly', 0, rule)).toEqual({
      kind: 'again',
      good: 0,
      failed: 1,
      at: 120_000,
    });
    expect(afterProbe({ good: 0, failed: 9 }, 'badly', 0, rule)).toMatchObject({ at: 960_000 });
  });

  it('[TRK-12] whatever the probes say, it never comes back on fewer good ones than asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.integer({ min: 1, max: 5 }), (probes, probesToReturn) => {
        let so = { good: 0, failed: 0 };
        let row = 0;
        for (const well of probes) {
          row = well ? row + 1 : 0;
          const next = afterProbe(so, well ? 'well' : 'badly', 0, { ...rule, probesToReturn });
          if (next.kind === 'back') return row === probesToReturn;
          so = next;
        }
        return true;
      }),
    );
  });
});
