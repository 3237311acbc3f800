import { describe, expect, it } from 'vitest';
import { documentOf, presetDocument, tightening } from '../../src/contract/rules.ts';
import { limitsUnder } from '../../src/domain/campaign-limits.ts';
import { decideCase, standingOf } from '../../src/domain/dial-decision.ts';
import { historyDaysNeeded } from '../../src/domain/preset.ts';
import { presets, shippedPreset, shippedPresets } from '../../src/domain/presets.ts';
import { ruleFields } from '../../src/domain/rule-fields.ts';
import { hoursOfDay } from '../../src/domain/rules-effect.ts';
import { loosenedForTenant, rulesUnder } from '../../src/domain/tighten.ts';
import { at, facts, number } from './given.ts';

describe('presets as documents', () => {
  it('[PRE-6] every shipped preset passes its schema, is found by name and version, and an altered one does not pass', () => {
    for (const preset of shippedPresets) {
      expect(documentOf(preset)).toEqual(preset);
      expect(shippedPreset(preset.name, preset.version)).toBe(preset);
      expect(shippedPreset(preset.name, preset.version + 1)).toBeNull();
    }
    const { cn } = presets;
    expect(presetDocument.safeParse({ ...cn, window: { ...cn.window, hours: ['22:00', '08:00'] } }).success).toBe(
      false,
    );
    expect(presetDocument.safeParse({ ...cn, dayparts: ['08:00', '08:00'] }).success).toBe(false);
    expect(presetDocument.safeParse({ ...cn, more: 1 }).success).toBe(false);
  });

  it('[PRE-7] what a campaign says is laid over its preset field by field; a field left out stays', () => {
    const asked = tightening.parse({ caps: { attemptsPerNumberDay: 4 }, abandon: { maxRate: 0.01 } });
    const rules = rulesUnder(presets.cn, asked);
    if (rules.kind !== 'tightened') throw new Error('refused');
    const { cn } = presets;
    expect(rules.preset).toEqual({
      ...cn,
      caps: { ...cn.caps, attemptsPerNumberDay: 4 },
      abandon: { ...cn.abandon, maxRate: 0.01 },
    });
    expect(rulesUnder(presets.cn, { caps: { attemptsPerNumberDay: null } })).toEqual({
      kind: 'refused',
      loosened: ['caps.attemptsPerNumberDay'],
    });
  });

  it('[PRE-6] a document is listed rule by rule, each under its path; a list is one rule, and so is nothing', () => {
    expect(ruleFields({ a: 1, b: { c: null, d: { e: [1, { f: 2 }] } }, g: undefined })).toEqual([
      { field: 'a', value: 1 },
      { field: 'b.c', value: null },
      { field: 'b.d.e', value: [1, { f: 2 }] },
      { field: 'g', value: undefined },
    ]);
  });

  it('[PRE-8] other rules are no looser than the house, unless the campaign is that loose already', () => {
    const { cn, uk, 'us-regf': us } = presets;
    expect(loosenedForTenant(cn, cn, cn)).toEqual([]);
    expect(loosenedForTenant(us, cn, cn)).toContain('caps.attemptsPerNumberDay');
    expect(loosenedForTenant(cn, us, cn)).toEqual([]);
    // Set up looser than the house: it may stay so and be tightened, but loosens no further.
    expect(loosenedForTenant({ ...us, amd: 'off' }, us, cn)).toEqual([]);
    expect(loosenedForTenant(us, { ...us, amd: 'off' }, uk)).toEqual(['amd']);
  });

  it.each([
    ['rings longer', { ringTimeoutMs: 10_000 }, {}, { ringTimeoutMs: 15_000 }],
    ['rings as long as it wishes', { ringTimeoutMs: 40_000 }, {}, { ringTimeoutMs: 40_000 }],
    ['detects no machine', { detectMachine: true }, { amd: 'off' as const }, { detectMachine: false }],
    ['is not made to detect one', { detectMachine: false }, {}, { detectMachine: false }],
    [
      'abandons less',
      { maxAbandonRate: 0.03 },
      { abandon: { ...presets.cn.abandon, maxRate: 0.01 } },
      { maxAbandonRate: 0.01 },
    ],
    ['keeps its own lower share', { maxAbandonRate: 0.005 }, {}, { maxAbandonRate: 0.005 }],
  ])('[PRE-9] a campaign %s', (_, own, rules, expected) => {
    const usual = { ringTimeoutMs: 30_000, detectMachine: true, maxAbandonRate: 0.03 };
    expect(limitsUnder({ ...usual, ...own }, { ...presets.cn, ...rules })).toMatchObject({
      abandonDays: presets.cn.abandon.overDays,
      ...expected,
    });
  });

  it('[PRE-10] the furthest that a campaign may ask to look back is read; a day more is refused', () => {
    const dayMs = 86_400_000;
    const window = { calls: 1, per: 'person', classes: null, exclude: [], excludeConsented: false };
    const furthest = (days: number) => ({
      caps: { callWindows: [{ ...window, days }], quietAfterTalkDays: days - 1, minRedialMs: (days - 1) * dayMs },
      thirdParty: { noRpcDays: days },
      abandon: { noAutoRedialMs: (days - 1) * dayMs },
    });
    const read = Math.max(...shippedPresets.map(historyDaysNeeded));
    const rules = rulesUnder(presets.cn, tightening.parse(furthest(read)));
    expect(rules.kind === 'tightened' && historyDaysNeeded(rules.preset)).toBe(read);
    const refused = tightening.safeParse(furthest(read + 1));
    expect(refused.error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual([
      'abandon.noAutoRedialMs',
      'caps.callWindows.0.days',
      'caps.minRedialMs',
      'caps.quietAfterTalkDays',
      'thirdParty.noRpcDays',
    ]);
  });

  it('[RULE-9] the standing of a number is what its decision says, its turn behind others aside', () => {
    const given = facts({
      numbers: [number('a', 'self_mobile'), number('b', 'work', { status: 'invalid' }), number('c', 'home')],
    });
    for (const when of ['2026-05-12 07:59', '2026-05-12 08:00', '2026-05-12 21:59', '2026-05-12 22:00']) {
      const decided = decideCase(given, at(when)).numbers;
      for (const [index, { numberId, reason }] of standingOf(given, at(when)).entries()) {
        const decision = decided[index]?.decision;
        expect(decided[index]?.numberId).toBe(numberId);
        if (decision?.kind === 'ALLOW' || decision?.reason === 'order_wait') expect(reason).toBeNull();
        else expect(reason, when).toBe(decision?.reason);
      }
    }
  });

  it('[RULE-10] a day has as many hours as its clocks show', () => {
    expect(hoursOfDay('2026-11-25', 'Asia/Shanghai')).toHaveLength(24);
    expect(hoursOfDay('2026-03-29', 'Europe/London')).toHaveLength(23);
    expect(hoursOfDay('2026-10-25', 'Europe/London')).toHaveLength(25);
  });
});
