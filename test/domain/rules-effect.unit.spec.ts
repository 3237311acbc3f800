import { describe, expect, it } from 'vitest';
import { documentOf, presetDocument, tightening } from '../../src/contract/rules.ts';
import { decideCase, standingOf } from '../../src/domain/dial-decision.ts';
import { presets, shippedPreset, shippedPresets } from '../../src/domain/presets.ts';
import { differenceOf, isLawField } from '../../src/domain/rule-fields.ts';
import { hoursOfDay } from '../../src/domain/rules-effect.ts';
import { rulesUnder } from '../../src/domain/tighten.ts';
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
    const asked = tightening.parse({ caps: { attemptsPerNumberDay: 4 }, recording: { retainDays: 2000 } });
    const rules = rulesUnder(presets.cn, asked);
    if (rules.kind !== 'tightened') throw new Error('refused');
    expect(differenceOf(presets.cn, rules.preset)).toEqual([
      { field: 'caps.attemptsPerNumberDay', from: 6, to: 4 },
      { field: 'recording.retainDays', from: 1095, to: 2000 },
    ]);
    expect(rulesUnder(presets.cn, { caps: { attemptsPerNumberDay: null } })).toEqual({
      kind: 'refused',
      loosened: ['caps.attemptsPerNumberDay'],
    });
    expect([isLawField('caps.minRedialMs'), isLawField('amd'), isLawField('cadence.threshold')]).toEqual([
      true,
      true,
      false,
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
