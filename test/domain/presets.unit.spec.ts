import { describe, expect, it } from 'vitest';
import { calendarNames } from '../../src/domain/calendar.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { presets } from '../../src/domain/presets.ts';
import { afterBrokenPromise, isAllInvalid, isLost } from '../../src/domain/reachability.ts';
import { numberClasses, presetNames } from '../../src/domain/vocabulary.ts';
import { clockMinutes } from '../../src/domain/zoned-time.ts';

describe('the shipped presets', () => {
  it('[PRE-1] each is complete and consistent in itself', () => {
    expect(Object.keys(presets).sort()).toEqual([...presetNames].sort());
    expect(Object.keys(calendars).sort()).toEqual([...calendarNames].sort());
    for (const name of presetNames) {
      const preset = presets[name];
      expect(preset.name).toBe(name);
      expect(preset.version).toBeGreaterThanOrEqual(1);
      expect([...preset.order].sort()).toEqual([...numberClasses].sort());
      const parts = preset.dayparts.map(clockMinutes);
      expect(parts).toEqual([...parts].sort((a, b) => a - b));
      expect([preset.dayparts[0], preset.dayparts.at(-1)]).toEqual([...preset.window.hours]);
      for (const [from, to] of Object.values(preset.windows)) expect(from).toBeLessThanOrEqual(to);
      expect(preset.abandon.maxRate).toBeLessThanOrEqual(0.03);
      expect(preset.ringMinMs).toBeGreaterThanOrEqual(15_000);
    }
  });

  it('[PRE-2] only the demo takes invented numbers, and no real carrier takes the demo', () => {
    for (const preset of Object.values(presets)) {
      expect(preset.acceptsFiction, preset.name).toBe(preset.name === 'demo');
      expect(preset.realCarrierAllowed, preset.name).toBe(preset.name !== 'demo');
    }
  });

  it('[PRE-3] hours and caps are those of the rulebook', () => {
    expect(presets.cn).toMatchObject({
      window: { hours: ['08:00', '22:00'], zone: 'number' },
      caps: { attemptsPerNumberDay: 6, effectiveTalksPerDebtorDay: 3, minRedialMs: 1_800_000 },
      minAccountsDay: 50,
    });
    expect(presets['us-regf']).toMatchObject({
      window: { hours: ['08:00', '21:00'], zone: 'number_and_address' },
      caps: {
        attemptsPerPersonDay: 2,
        callWindows: [{ calls: 7, days: 7, per: 'debt' }],
        quietAfterTalkDays: 7,
        minRedialMs: 14_400_000,
      },
      abandon: { maxRate: 0.01 },
    });
    expect(presets.uk.caps.callWindows).toMatchObject([{ calls: 7, days: 7, per: 'person' }]);
    expect(presets.uk).toMatchObject({ window: { sunday: ['10:00', '18:00'] }, abandon: { maxRate: 0 }, amd: 'off' });
    expect(presets.demo).toMatchObject({ window: { hours: ['00:00', '24:00'] }, thirdParty: { gate: 'off' } });
  });
});

describe('what is left of a case', () => {
  it('[R20] all invalid: nothing dialable left and at least one invalid', () => {
    expect(isAllInvalid(['invalid', 'blocked', 'malformed'])).toBe(true);
    expect(isAllInvalid(['invalid', 'unverified'])).toBe(true);
    expect(isAllInvalid(['invalid', 'active'])).toBe(false);
    expect(isAllInvalid(['invalid', 'suspect'])).toBe(false);
    expect(isAllInvalid(['blocked', 'malformed'])).toBe(false);
    expect(isAllInvalid([])).toBe(false);
  });

  it('[R40] lost: not while a number is dialable or unverified', () => {
    expect(isLost(['invalid', 'invalid'])).toBe(true);
    expect(isLost(['invalid', 'unverified'])).toBe(false);
    expect(isLost(['invalid', 'active'])).toBe(false);
  });

  it('[S17] a promise gone by leaves PTP_BROKEN without a date, and what was agreed since as it is', () => {
    expect(afterBrokenPromise({ caseClass: 'PTP', nextFollowUpOn: '2026-05-14' })).toEqual({
      caseClass: 'PTP_BROKEN',
      nextFollowUpOn: null,
    });
    const claimed = { caseClass: 'PAID_PENDING', nextFollowUpOn: '2026-05-17' } as const;
    expect(afterBrokenPromise(claimed)).toEqual(claimed);
  });
});
