import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../public/shared/wrap-up/check-draft.ts';
import { chooseCode, nextRange } from '../../../public/shared/wrap-up/choose-code.ts';
import { draftOfGiven } from '../../../public/shared/wrap-up/draft-of-given.ts';
import { emptyDraft } from '../../../public/shared/wrap-up/draft.ts';
import type { WrapUpForm, WrapUpOption } from '../../../src/contract/wrap-up.ts';

const now = Date.parse('2026-11-24T02:10:00Z');
const range = (min: string, max: string, prefill: string) => ({ min, max, prefill });
const option = (code: WrapUpOption['code'], more: Partial<WrapUpOption>): WrapUpOption => ({
  code,
  zh: code,
  en: code,
  parties: ['RPC'],
  suggested: true,
  nextFollowUp: null,
  requires: [],
  promiseDue: null,
  fundDate: null,
  classAfter: null,
  stopsCase: false,
  hotkey: null,
  ...more,
});
const promise = option('PTP', { requires: ['promise'], promiseDue: range('2026-11-24', '2026-11-27', '2026-11-26') });
const funds = option('FUND', {
  requires: ['fundDate'],
  fundDate: range('2026-11-24', '2026-12-01', '2026-12-01'),
  nextFollowUp: range('2026-11-25', '2026-12-01', '2026-12-01'),
});
const message = option('LM_A', { parties: ['TPC'], nextFollowUp: range('2026-11-26', '2026-12-01', '2026-11-26') });
const callback = option('CALLBACK', { parties: ['RPC', 'TPC'], requires: ['callbackAt'] });
const fraud = option('FRAUD_CLAIM', { requires: ['suspect', 'clues'], stopsCase: true });
const form: WrapUpForm = {
  attemptId: 'a1',
  caseId: 'c1',
  businessZone: 'Asia/Shanghai',
  today: '2026-11-24',
  calleeZone: 'Asia/Urumqi',
  amountMinor: 2_384_567,
  currency: 'CNY',
  currentClass: 'NEW',
  leave: null,
  scripts: [],
  options: [promise, funds, message, callback, fraud],
};

describe('choosing a wrap-up code', () => {
  it('[UI-17] prefills a promise with the whole amount and the day of the rules', () => {
    expect(chooseCode(emptyDraft, promise, form, now)).toMatchObject({
      party: 'RPC',
      promiseMinor: 2_384_567,
      promiseDueOn: '2026-11-26',
      nextFollowUpOn: null,
    });
  });

  it('[UI-17] forgets the dates the next code does not ask for and keeps the note', () => {
    const promised = { ...chooseCode(emptyDraft, promise, form, now), note: 'said Friday' };
    expect(chooseCode(promised, message, form, now)).toMatchObject({
      party: 'TPC',
      promiseMinor: null,
      promiseDueOn: null,
      nextFollowUpOn: '2026-11-26',
      note: 'said Friday',
    });
  });

  it('[UI-17] keeps a date only inside the new code’s window', () => {
    const early = { ...emptyDraft, nextFollowUpOn: '2026-11-25' };
    expect(chooseCode(early, message, form, now).nextFollowUpOn).toBe('2026-11-26');
  });

  it('[UI-17] the next contact lies before or on the fund date (R15)', () => {
    expect(nextRange(funds, form, '2026-11-27')).toEqual(range('2026-11-25', '2026-11-27', '2026-11-27'));
    expect(nextRange(funds, form, '2026-11-24')).toEqual(range('2026-11-24', '2026-11-24', '2026-11-24'));
  });

  it('[UI-17] leaves the party open where the code allows several', () => {
    expect(chooseCode(emptyDraft, callback, form, now).party).toBeNull();
  });
});

describe('checking the draft before it is sent', () => {
  it('[UI-18] asks for the code first', () => {
    expect(checkDraft(emptyDraft, undefined, form, now)).toEqual({
      ok: false,
      problems: new Map([['code', 'chooseCode']]),
    });
  });

  it.each([
    ['a party', { ...chooseCode(emptyDraft, callback, form, now) }, callback, 'party'],
    ['an amount', { ...chooseCode(emptyDraft, promise, form, now), promiseMinor: 0 }, promise, 'promise.amountMinor'],
    ['a suspect', { ...chooseCode(emptyDraft, fraud, form, now), clues: 'x' }, fraud, 'suspect'],
  ] as const)('[UI-18] names %s that is missing at its field', (_, draft, chosen, field) => {
    const checked = checkDraft(draft, chosen, form, now);
    expect(checked.ok ? [] : [...checked.problems.keys()]).toContain(field);
  });

  it('[UI-18] reads a callback time at the called number and refuses a past one', () => {
    const chosen = { ...chooseCode(emptyDraft, callback, form, now), party: 'RPC' as const };
    const later = checkDraft({ ...chosen, callbackOn: '2026-11-24', callbackTime: '18:00' }, callback, form, now);
    const agreed = { date: '2026-11-24', time: '18:00', second: false };
    expect(later.ok && later.input.callbackAt).toEqual(agreed);
    const past = checkDraft({ ...chosen, callbackOn: '2026-11-24', callbackTime: '07:00' }, callback, form, now);
    expect(past.ok ? null : past.problems.get('callbackAt')).toBe('timePast');
  });

  it('[UI-18] a callback in the night in which the clock changes is a time that exists, and one of the two', () => {
    const abroad = { ...form, calleeZone: 'America/New_York', today: '2026-10-31' };
    const evening = Date.parse('2026-10-31T22:00:00Z');
    const chosen = { ...chooseCode(emptyDraft, callback, abroad, evening), party: 'RPC' as const };
    const night = { ...chosen, callbackOn: '2026-11-01', callbackTime: '01:30' };
    const said = { date: '2026-11-01', time: '01:30', second: true };
    const sent = checkDraft({ ...night, callbackSecond: true }, callback, abroad, evening);
    expect(sent.ok && sent.input.callbackAt).toEqual(said);
    const between = Date.parse('2026-11-01T06:00:00Z');
    const problemOf = (callbackSecond: boolean) => {
      const checked = checkDraft({ ...night, callbackSecond }, callback, abroad, between);
      return checked.ok ? null : checked.problems.get('callbackAt');
    };
    expect([problemOf(false), problemOf(true)]).toEqual(['timePast', null]);
    const gap = { ...night, callbackOn: '2026-03-08', callbackTime: '02:30' };
    const skipped = checkDraft(gap, callback, abroad, Date.parse('2026-03-07T22:00:00Z'));
    expect(skipped.ok ? null : skipped.problems.get('callbackAt')).toBe('timeSkipped');
    const prefilled = chooseCode(emptyDraft, callback, { ...abroad, today: '2026-11-01' }, between - 5 * 60_000);
    expect(prefilled).toMatchObject({ callbackOn: '2026-11-01', callbackTime: '01:30', callbackSecond: true });
  });

  it('[UI-18] sends a number that a third party offered, and nobody else’s', () => {
    const offered = { number: ' +86 139 1234 5678 ', whose: 'family' as const, person: '', relation: ' 兄 ' };
    const draft = { ...chooseCode(emptyDraft, message, form, now), offered };
    const sent = checkDraft(draft, message, form, now);
    const number = { number: '+86 139 1234 5678', whose: 'family', person: null, relation: '兄' };
    expect(sent.ok && sent.input.newNumber).toEqual(number);
    const debtor = checkDraft({ ...chooseCode(emptyDraft, promise, form, now), offered }, promise, form, now);
    expect(debtor.ok && debtor.input.newNumber).toBeNull();
  });

  it('[UI-23] a correction begins with what was saved, the callback at the called number', () => {
    const given = {
      code: 'CALLBACK' as const,
      party: 'TPC' as const,
      nextFollowUpOn: null,
      promise: null,
      fundDate: null,
      callbackAt: Date.parse('2026-11-24T12:00:00Z'),
      suspect: null,
      clues: null,
      note: 'in the evening',
    };
    const draft = draftOfGiven(given, form);
    expect(draft).toMatchObject({ code: 'CALLBACK', callbackOn: '2026-11-24', callbackTime: '18:00' });
    const sent = checkDraft(draft, callback, form, now);
    const callbackAt = { date: '2026-11-24', time: '18:00', second: false };
    expect(sent.ok && sent.input).toEqual({
      ...given,
      callbackAt,
      callbackFor: 'owner',
      attemptId: 'a1',
      newNumber: null,
    });
  });

  it('[UI-18] sends exactly what the code asks for', () => {
    const draft = { ...chooseCode(emptyDraft, promise, form, now), note: ' agreed ', suspect: 'left over' };
    expect(checkDraft(draft, promise, form, now)).toEqual({
      ok: true,
      input: {
        attemptId: 'a1',
        code: 'PTP',
        party: 'RPC',
        newNumber: null,
        nextFollowUpOn: null,
        promise: { amountMinor: 2_384_567, dueOn: '2026-11-26' },
        fundDate: null,
        callbackAt: null,
        note: 'agreed',
        suspect: null,
        clues: null,
      },
    });
  });
});
