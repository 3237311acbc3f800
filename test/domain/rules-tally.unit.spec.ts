import { describe, expect, it } from 'vitest';
import { abandonShare, abandonShareBound } from '../../src/domain/abandon-share.ts';
import { limitsUnder, ringTimeoutUnder } from '../../src/domain/campaign-limits.ts';
import type { Preset } from '../../src/domain/preset.ts';
import { historyDaysNeeded } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import { hoursOfDay, tallyEffect } from '../../src/domain/rules-effect.ts';
import { endsWork, needsClientInstruction, stopClass } from '../../src/domain/stops.ts';
import { stopKinds } from '../../src/domain/vocabulary.ts';
import { at, facts, number, shanghai, theCase } from './given.ts';

const { cn } = presets;
const later: Preset = { ...cn, window: { ...cn.window, hours: ['09:00', '22:00'] } };
const earlier: Preset = { ...cn, window: { ...cn.window, hours: ['07:00', '22:00'] } };
const numbers = [number('a', 'self_mobile'), number('b', 'work', { status: 'invalid' }), number('c', 'home')];

describe('what a change of rules does', () => {
  const tally = (after: Preset, times = 1, cases = 1) => {
    const effect = tallyEffect([at('2026-05-12 07:30'), at('2026-05-12 08:30'), at('2026-05-12 12:00')]);
    for (let index = 0; index < cases; index += 1) {
      effect.add(facts({ numbers }), facts({ numbers: [...numbers].reverse(), preset: after }));
    }
    return effect.result(times);
  };
  const open = { cases: 1, numbers: 2, reasons: { number_invalid: 1 } };
  const shut = { cases: 0, numbers: 0, reasons: { number_invalid: 1, outside_window: 2 } };

  it('[RULE-6] counts cases and numbers hour by hour under both rules, and what is gained or lost', () => {
    const { hours, changes } = tally(later);
    expect(hours).toEqual([
      { at: at('2026-05-12 07:30'), before: shut, after: shut, casesGained: 0, casesLost: 0 },
      { at: at('2026-05-12 08:30'), before: open, after: shut, casesGained: 0, casesLost: 1 },
      { at: at('2026-05-12 12:00'), before: open, after: open, casesGained: 0, casesLost: 0 },
    ]);
    expect(changes).toEqual([{ from: 'dialable', to: 'outside_window', numberHours: 2 }]);
    const wider = tally(earlier);
    expect(wider.hours[0]).toMatchObject({ before: shut, after: open, casesGained: 1, casesLost: 0 });
    expect(wider.changes).toEqual([{ from: 'outside_window', to: 'dialable', numberHours: 2 }]);
  });

  it('[RULE-6] the same rules change nothing', () => {
    const { hours, changes } = tally(cn);
    expect(changes).toEqual([]);
    for (const { before, after } of hours) expect(after).toEqual(before);
  });

  it('[RULE-9] a case whose linked ones nobody has looked at is no gain for who is asked for them first', () => {
    const effect = tallyEffect([at('2026-05-12 12:00')]);
    const unseen = { case: theCase({ linkedUnseen: true }), numbers };
    effect.add(facts(unseen), facts({ ...unseen, preset: { ...cn, links: { gate: 'hard' } } }));
    expect(effect.result(1).changes).toEqual([{ from: 'dialable', to: 'order_wait', numberHours: 2 }]);
  });

  it('[RULE-7] a sample is carried over to all, rounded to whole cases', () => {
    const { hours, changes } = tally(later, 2.6, 2);
    expect(hours[1]).toMatchObject({
      before: { cases: 5, numbers: 10, reasons: { number_invalid: 5 } },
      after: { cases: 0, numbers: 0, reasons: { number_invalid: 5, outside_window: 10 } },
      casesLost: 5,
    });
    expect(changes).toEqual([{ from: 'dialable', to: 'outside_window', numberHours: 10 }]);
  });

  it('[RULE-6] the most frequent change comes first', () => {
    const effect = tallyEffect([at('2026-05-12 08:30')]);
    const held = [number('h', 'home', { holdUntil: at('2026-05-13 00:00') })];
    const tomorrow = theCase({ nextFollowUpOn: '2026-05-13' });
    effect.add(facts({ numbers: held }), facts({ numbers: held, preset: later, tenantOff: true }));
    effect.add(facts({ numbers }), facts({ numbers, preset: later }));
    effect.add(facts({ numbers: held, case: tomorrow }), facts({ numbers: held, preset: later, tenantOff: true }));
    expect(effect.result(1).changes.map(({ from, to, numberHours }) => `${from} ${to} ${numberHours}`)).toEqual([
      'dialable outside_window 2',
      'number_hold tenant_off 1',
      'before_next_date tenant_off 1',
    ]);
  });

  it('[RULE-10] the hours of a day begin at its midnight', () => {
    const hours = hoursOfDay('2026-05-12', shanghai);
    expect([hours[0], hours[1], hours.at(-1)]).toEqual([
      at('2026-05-12 00:00'),
      at('2026-05-12 01:00'),
      at('2026-05-12 23:00'),
    ]);
  });
});

describe('limits of a campaign and of its abandoned calls', () => {
  it('[PRE-9] of columns and rules the stricter holds, at equal values either', () => {
    expect([14_999, 15_000, 15_001].map((ring) => ringTimeoutUnder(ring, cn))).toEqual([15_000, 15_000, 15_001]);
    const own = { ringTimeoutMs: 15_000, detectMachine: true, maxAbandonRate: 0.02 };
    expect(limitsUnder(own, cn)).toEqual({ ...own, abandonDays: 30, hardAbandon: null });
    expect(limitsUnder({ ...own, detectMachine: false }, { ...cn, amd: 'off' }).detectMachine).toBe(false);
    expect(limitsUnder(own, { ...cn, amd: 'off' }).detectMachine).toBe(false);
  });

  it('[PACE-6] the bound is Wilson’s, one-sided at 95 %', () => {
    const bound = (abandoned: number, connected: number, estimatedFalseMachines = 0) =>
      abandonShareBound({ abandoned, connected, estimatedFalseMachines });
    expect(bound(3, 97)).toBeCloseTo(0.07272, 5);
    expect(bound(2, 97, 1)).toBeCloseTo(0.07272, 5);
    expect(bound(30, 970)).toBeCloseTo(0.04022, 5);
    expect(bound(0, 100)).toBeCloseTo(0.02635, 5);
    expect(bound(50, 50)).toBeCloseTo(0.58116, 5);
    expect(bound(10, 0)).toBe(1);
    expect(abandonShare({ abandoned: 1, connected: 1, estimatedFalseMachines: 2 })).toBe(0.75);
  });

  it('[DEC-9] history goes back as far as the rule that looks back furthest', () => {
    const days = (over: Partial<Preset>) => historyDaysNeeded({ ...cn, ...over });
    const { caps, thirdParty, abandon } = cn;
    const least = { caps: { ...caps, minRedialMs: 0 }, thirdParty: { ...thirdParty, noRpcDays: 0 } };
    const short = { ...least, abandon: { ...abandon, noAutoRedialMs: 0 } };
    expect(days(short)).toBe(2);
    expect(days({ ...short, overlays: ['MA'] })).toBe(30);
    expect(days({ ...short, overlays: ['WA', 'NYC'] })).toBe(7);
    expect(days({ ...short, caps: { ...short.caps, quietAfterTalkDays: 7 } })).toBe(8);
    expect(days({ ...short, caps: { ...short.caps, minRedialMs: 3 * 86_400_000 } })).toBe(4);
    expect(days({ ...short, abandon: { ...abandon, noAutoRedialMs: 4 * 86_400_000 + 1 } })).toBe(6);
    expect(days({ ...short, thirdParty: { ...thirdParty, noRpcDays: 9 } })).toBe(9);
  });
});

describe('stops and what they mean for the work', () => {
  it('[STOP-2] only the client lifts deceased, bankrupt and recalled', () => {
    expect(stopKinds.filter(needsClientInstruction).toSorted()).toEqual(['bankruptcy', 'deceased', 'recalled']);
  });

  it('[TASK-3] nobody works on after these, nor once it is paid', () => {
    expect(stopKinds.filter(endsWork).toSorted()).toEqual(['bankruptcy', 'deceased', 'paid', 'recalled']);
  });

  it('[STOP-1] each stop gives the case a class of its own; a breathing space is insolvency too', () => {
    const own = stopKinds.filter((kind) => kind !== 'breathing_space');
    expect(new Set(own.map((kind) => stopClass[kind])).size).toBe(own.length);
    expect(stopClass.breathing_space).toBe(stopClass.bankruptcy);
    expect([stopClass.paid, stopClass.vulnerable, stopClass.attorney]).toEqual(['PAID', 'HARDSHIP', 'ATTORNEY']);
  });
});
