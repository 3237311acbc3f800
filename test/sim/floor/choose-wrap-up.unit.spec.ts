import { describe, expect, it } from 'vitest';
import { makeDice } from '../../../sim/carrier/dice.ts';
import { chooseWrapUp } from '../../../sim/floor/choose-wrap-up.ts';
import type { WrapUpForm } from '../../../src/contract/wrap-up.ts';
import { calendars } from '../../../src/domain/calendars/calendars.ts';
import { presets } from '../../../src/domain/presets.ts';
import { numberClasses, type NumberClass } from '../../../src/domain/vocabulary.ts';
import { checkAgreed } from '../../../src/domain/check-agreed.ts';
import { wrapUpOptions } from '../../../src/domain/wrap-up.ts';
import type { WrapUpFacts } from '../../../src/domain/wrap-up-dates.ts';

const now = Date.parse('2026-11-24T02:00:00.000Z');
const factsFor = (numberClass: NumberClass): WrapUpFacts => ({
  preset: presets.demo,
  calendar: calendars.none,
  businessZone: 'Asia/Shanghai',
  calleeZone: 'America/New_York',
  contactAt: now - 30_000,
  now,
  numberClass,
  currentClass: 'NEW',
  promise: null,
  override: false,
});
const formFor = (numberClass: NumberClass): WrapUpForm => ({
  attemptId: 'attempt',
  caseId: 'case',
  businessZone: 'Asia/Shanghai',
  today: '2026-11-24',
  calleeZone: 'America/New_York',
  amountMinor: 123_456,
  currency: 'CNY',
  currentClass: 'NEW',
  leave: null,
  scripts: [],
  options: wrapUpOptions(factsFor(numberClass)),
});
const talked = { heardMs: 9_000, longestHeardMs: 2_000, talkMs: 20_000 };
const choose = (numberClass: NumberClass, heard: typeof talked, seed: string, answeredBy: string | null = 'human') =>
  chooseWrapUp(formFor(numberClass), { numberClass, answeredBy }, heard, { dice: makeDice(seed), now, then: 'ready' });

describe('the wrap-up of a simulated agent', () => {
  it('[FLOOR-5] always passes the check it will meet, whatever number and whatever code', () => {
    const seen = new Set<string>();
    for (const numberClass of numberClasses) {
      for (let round = 0; round < 80; round += 1) {
        const input = choose(numberClass, talked, `${numberClass} ${round}`);
        expect(input).not.toBeNull();
        if (input === null) continue;
        seen.add(input.code);
        expect(checkAgreed(input, factsFor(numberClass)).check).toMatchObject({ ok: true });
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(['PTP', 'NEG', 'FUND', 'CALLBACK', 'LM_A', 'LM_B', 'TP_STOP']));
  });

  it('[FLOOR-6] takes a long speech without a pause for a machine, and silence for a hang-up', () => {
    const machine = { heardMs: 9_000, longestHeardMs: 9_000, talkMs: 12_000 };
    const silence = { heardMs: 0, longestHeardMs: 0, talkMs: 7_000 };
    for (let round = 0; round < 20; round += 1) {
      expect(['VM', 'VACANT_AG']).toContain(choose('self_mobile', machine, `m${round}`)?.code);
      expect(['VM', 'VACANT_AG']).toContain(choose('self_mobile', talked, `a${round}`, 'machine')?.code);
      expect(['HANGUP', 'VM']).toContain(choose('self_mobile', silence, `s${round}`)?.code);
    }
  });

  it('[FLOOR-7] speaks of money with nobody but those who may answer as the debtor', () => {
    for (let round = 0; round < 100; round += 1) {
      expect(choose('relative', talked, `r${round}`)?.promise).toBeNull();
      expect(['LM_A', 'LM_B', 'TP_NOINFO', 'TP_STOP', 'NSP', 'HANGUP']).toContain(
        choose('emergency', talked, `e${round}`)?.code,
      );
    }
  });
});
