import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapUpOption } from '../../src/contract/wrap-up.ts';
import { dispositions, isDispositionCode } from '../../src/domain/dispositions.ts';
import { dispositionCodes, parties, type DispositionCode, type Party } from '../../src/domain/vocabulary.ts';
import { prefillWrapUp, rollToOpenDays, type WrapUpFacts } from '../../src/domain/wrap-up-dates.ts';
import type { WrapUpEffects, WrapUpRequest } from '../../src/domain/wrap-up-effects.ts';
import { checkWrapUp, wrapUpOptions, type WrapUpProblem } from '../../src/domain/wrap-up.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { addDays } from '../../src/domain/zoned-time.ts';
import { aDay, at, nothingSaid, wrapUpFacts } from './given.ts';

const D = aDay;
const day = (offset: number): string => addDays(D, offset);
const firstParty = (code: DispositionCode): Party => dispositions[code].parties[0] ?? 'unknown';

const request = (code: DispositionCode, over: Partial<WrapUpRequest> = {}): WrapUpRequest => ({
  code,
  party: firstParty(code),
  ...nothingSaid,
  ...over,
});

const problems = (given: WrapUpRequest, facts: WrapUpFacts = wrapUpFacts()): readonly WrapUpProblem[] => {
  const check = checkWrapUp(given, facts);
  return check.ok ? [] : check.problems;
};
const keys = (given: WrapUpRequest, facts?: WrapUpFacts): string[] =>
  problems(given, facts).map((problem) => `${problem.field}:${problem.key}`);
const effects = (given: WrapUpRequest, facts: WrapUpFacts = wrapUpFacts()): WrapUpEffects => {
  const check = checkWrapUp(given, facts);
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  return check.effects;
};

describe('the wrap-up and its dates', () => {
  it('[S14] a promise is due D to D+3; D+4 only by a supervisor, and that is marked', () => {
    const promise = (offset: number) => request('PTP', { promise: { amountMinor: 100, dueOn: day(offset) } });
    for (const offset of [0, 1, 2, 3]) expect(keys(promise(offset)), `D+${offset}`).toEqual([]);
    expect(problems(promise(4))).toEqual([
      { field: 'promise.dueOn', rule: 'R14', key: 'too_late', allowed: { min: D, max: day(3) } },
    ]);
    expect(keys(promise(-1))).toEqual(['promise.dueOn:too_early']);
    const supervised = wrapUpFacts({ override: true });
    expect(effects(promise(4), supervised).overridden).toBe(true);
    expect(effects(promise(3), supervised).overridden).toBe(false);
    expect(keys(promise(-1), supervised)).toEqual(['promise.dueOn:too_early']);
    expect(prefillWrapUp('PTP', wrapUpFacts()).promiseDue).toEqual({ min: D, max: day(3), prefill: day(2) });
  });

  it('[R14] a supervisor may pass the windows of promise, fund date and hopeful message, and no other', () => {
    const supervised = wrapUpFacts({ override: true });
    const beyond = (code: DispositionCode) => keys(request(code, { nextFollowUpOn: day(8) }), supervised);
    expect(beyond('LM_A')).toEqual([]);
    expect(keys(request('FUND', { fundDate: day(8), nextFollowUpOn: day(8) }), supervised)).toEqual([]);
    for (const code of ['NEG', 'REFUSE', 'LM_B', 'TP_NOINFO', 'PAID_CLAIM'] as const) {
      expect(beyond(code), code).toEqual(['nextFollowUpOn:too_late']);
    }
  });

  it('[S18] a fund date is D to D+7; the next follow-up D+1 to the fund date, prefilled with it', () => {
    const fund = (fundOffset: number, nextOffset: number) =>
      request('FUND', { fundDate: day(fundOffset), nextFollowUpOn: day(nextOffset) });
    expect(keys(fund(7, 7))).toEqual([]);
    expect(keys(fund(8, 7))).toEqual(['fundDate:too_late']);
    expect(keys(fund(7, 1))).toEqual([]);
    expect(keys(fund(5, 6))).toEqual(['nextFollowUpOn:too_late']);
    expect(keys(fund(5, 0))).toEqual(['nextFollowUpOn:too_early']);
    expect(prefillWrapUp('FUND', wrapUpFacts(), day(5)).nextFollowUp).toEqual({
      min: day(1),
      max: day(5),
      prefill: day(5),
    });
    expect(keys(fund(0, 0))).toEqual([]);
    expect(keys(request('FUND', { nextFollowUpOn: day(2) }))).toEqual(['fundDate:missing']);
  });

  it('[S19] a hopeful message is followed up from D+2 to D+7, prefilled D+2', () => {
    const message = (offset: number) => keys(request('LM_A', { nextFollowUpOn: day(offset) }));
    expect(message(1)).toEqual(['nextFollowUpOn:too_early']);
    expect([message(2), message(7)]).toEqual([[], []]);
    expect(message(8)).toEqual(['nextFollowUpOn:too_late']);
    expect(prefillWrapUp('LM_A', wrapUpFacts()).nextFollowUp).toEqual({ min: day(2), max: day(7), prefill: day(2) });
  });

  it.each<[string, DispositionCode, number, number, number]>([
    ['[R13] negotiation D+1 to D+7', 'NEG', 1, 7, 1],
    ['[R13] refusal D+1 to D+7', 'REFUSE', 1, 7, 1],
    ['[R17] message with hope D+2 to D+7', 'LM_A', 2, 7, 2],
    ['[R18] message without D+3 to D+7', 'LM_B', 3, 7, 3],
    ['[R18] no help from a third party D+3 to D+7', 'TP_NOINFO', 3, 7, 3],
    ['[R30] says paid D+1 to D+3', 'PAID_CLAIM', 1, 3, 1],
  ])('%s', (_, code, min, max, prefill) => {
    expect(prefillWrapUp(code, wrapUpFacts()).nextFollowUp).toEqual({
      min: day(min),
      max: day(max),
      prefill: day(prefill),
    });
    const on = (offset: number) => keys(request(code, { nextFollowUpOn: day(offset) }));
    expect([on(min - 1), on(min), on(max), on(max + 1)]).toEqual([
      ['nextFollowUpOn:too_early'],
      [],
      [],
      ['nextFollowUpOn:too_late'],
    ]);
    expect(keys(request(code))).toEqual(['nextFollowUpOn:missing']);
  });

  it('[R30] everything missing is named at once', () => {
    expect(keys(request('PTP'))).toEqual(['promise:missing']);
    expect(keys(request('FUND'))).toEqual(['fundDate:missing', 'nextFollowUpOn:missing']);
    expect(keys(request('CALLBACK'))).toEqual(['callbackAt:missing']);
    expect(keys(request('FRAUD_CLAIM', { party: 'TPC', suspect: ' ' }))).toEqual([
      'party:not_allowed',
      'suspect:missing',
      'clues:missing',
    ]);
    expect(keys(request('NEG', { nextFollowUpOn: '2026-02-30' }))).toEqual(['nextFollowUpOn:not_a_date']);
    expect(keys(request('PTP', { promise: { amountMinor: 0, dueOn: D } }))).toEqual([
      'promise.amountMinor:not_positive',
    ]);
    expect(keys(request('PTP', { promise: { amountMinor: 1.5, dueOn: D } }))).toEqual([
      'promise.amountMinor:not_positive',
    ]);
  });

  it('[R30] a date or promise that the code does not ask for is refused, not forgotten', () => {
    expect(keys(request('HANGUP', { nextFollowUpOn: day(1) }))).toEqual(['nextFollowUpOn:not_allowed']);
    expect(keys(request('NEG', { nextFollowUpOn: day(1), fundDate: day(1) }))).toEqual(['fundDate:not_allowed']);
    expect(keys(request('VM', { promise: { amountMinor: 1, dueOn: D } }))).toEqual(['promise:not_allowed']);
    expect(keys(request('VM', { callbackAt: at(`${D} 12:00`) }))).toEqual(['callbackAt:not_allowed']);
  });

  it('[R30] a callback lies in the future, by D+7, inside the hours at the callee', () => {
    const callback = (text: string) => keys(request('CALLBACK', { callbackAt: at(text) }));
    expect(callback(`${D} 10:04`)).toEqual(['callbackAt:in_the_past']);
    expect(callback(`${D} 10:06`)).toEqual([]);
    expect(callback(`${D} 21:59`)).toEqual([]);
    expect(callback(`${D} 22:00`)).toEqual(['callbackAt:outside_hours']);
    expect(callback('2026-05-13 07:59')).toEqual(['callbackAt:outside_hours']);
    expect(callback('2026-05-19 12:00')).toEqual([]);
    expect(callback('2026-05-20 12:00')).toEqual(['callbackAt:too_late']);
    const elsewhere = wrapUpFacts({ calleeZone: 'America/New_York' });
    expect(keys(request('CALLBACK', { callbackAt: at('2026-05-13 12:00') }), elsewhere)).toEqual([
      'callbackAt:outside_hours',
    ]);
    expect(keys(request('CALLBACK', { callbackAt: Number.NaN }))).toEqual(['callbackAt:not_a_date']);
  });

  it('[R9] a promise sets the next date to its reminder, else to the due date', () => {
    const promised = (dueOn: string, contact: string) =>
      effects(
        request('PTP', { promise: { amountMinor: 5000, dueOn } }),
        wrapUpFacts({ contactAt: at(`${contact} 10:00`), now: at(`${contact} 10:05`) }),
      );
    expect(promised('2026-05-14', '2026-05-12')).toMatchObject({
      nextFollowUpOn: '2026-05-13',
      promise: { amountMinor: 5000, dueOn: '2026-05-14', reminderOn: '2026-05-13' },
      classAfter: 'PTP',
      talk: true,
    });
    expect(promised('2026-05-13', '2026-05-12')).toMatchObject({
      nextFollowUpOn: '2026-05-13',
      promise: { reminderOn: null },
    });
    expect(promised('2026-05-12', '2026-05-12').nextFollowUpOn).toBe('2026-05-12');
  });

  it('[R10] a confirmation waits for the due date, on the due day for the next daypart', () => {
    const promise = { dueOn: '2026-05-14', promisedOn: D };
    const confirm = (now: string) =>
      effects(request('PTP_CONFIRM'), wrapUpFacts({ promise, currentClass: 'PTP', contactAt: at(now), now: at(now) }));
    expect(confirm('2026-05-13 10:00')).toMatchObject({ nextFollowUpOn: '2026-05-14', callbackAt: null });
    expect(confirm('2026-05-14 10:00')).toMatchObject({
      nextFollowUpOn: '2026-05-14',
      callbackAt: at('2026-05-14 12:00'),
    });
    expect(keys(request('PTP_CONFIRM'))).toEqual(['code:no_open_promise']);
  });

  it('[R30] debtor results hold the case, third-party results the number', () => {
    const next = { nextFollowUpOn: day(3) };
    for (const code of ['NEG', 'REFUSE', 'PAID_CLAIM'] as const) {
      expect(effects(request(code, next)), code).toMatchObject({ nextFollowUpOn: day(3), holdNumberUntil: null });
    }
    for (const code of ['LM_A', 'LM_B', 'TP_NOINFO'] as const) {
      expect(effects(request(code, next)), code).toMatchObject({
        nextFollowUpOn: null,
        holdNumberUntil: at(`${day(3)} 00:00`),
        holdReason: code,
      });
    }
    const callbackAt = at(`${D} 15:00`);
    expect(effects(request('CALLBACK', { callbackAt }))).toMatchObject({
      callbackAt,
      nextFollowUpOn: D,
      holdNumberUntil: null,
    });
    expect(effects(request('CALLBACK', { callbackAt, party: 'TPC' }))).toMatchObject({
      callbackAt: null,
      nextFollowUpOn: null,
      holdNumberUntil: callbackAt,
    });
    for (const code of ['HANGUP', 'NSP', 'RESIGNED', 'MOVED', 'VACANT_AG', 'VM', 'TP_STOP'] as const) {
      expect(effects(request(code)), code).toMatchObject({
        nextFollowUpOn: null,
        callbackAt: null,
        holdNumberUntil: null,
        classAfter: 'NEW',
      });
    }
  });

  it('[R23] stop codes set their class and stop, and no date', () => {
    const stops: Partial<Record<DispositionCode, string>> = {
      FRAUD_CLAIM: 'fraud_hold debt FRAUD_PENDING',
      DISPUTE: 'dispute debt DISPUTE',
      COMPLAINT: 'complaint person COMPLAINT',
      CEASE: 'cease person CEASE',
      ATTORNEY: 'attorney debt ATTORNEY',
      DECEASED: 'deceased person DECEASED',
      BANKRUPT: 'bankruptcy person BANKRUPT',
      HARDSHIP: 'vulnerable person HARDSHIP',
    };
    for (const code of dispositionCodes) {
      const given = request(code, { suspect: 'a cousin', clues: 'none' });
      const check = checkWrapUp(given, wrapUpFacts());
      const stop = check.ok && check.effects.stop !== null ? check.effects.stop : null;
      const text = check.ok && stop !== null ? `${stop.kind} ${stop.scope} ${check.effects.classAfter}` : undefined;
      expect(text, code).toBe(stops[code]);
      if (stop !== null && check.ok) expect(check.effects.nextFollowUpOn).toBeNull();
    }
    expect(effects(request('TP_STOP')).blockNumber).toBe(true);
  });

  it('[R30] each code accepts its own parties and no others', () => {
    for (const code of dispositionCodes) {
      for (const party of parties) {
        const refused = keys(request(code, { party })).includes('party:not_allowed');
        expect(refused, `${code} ${party}`).toBe(!dispositions[code].parties.includes(party));
      }
    }
    expect([isDispositionCode('NEG'), isDispositionCode('toString'), isDispositionCode('BUSY')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('[R1] reaching the debtor or a third party makes the case effective, others leave it', () => {
    expect(effects(request('NEG', { nextFollowUpOn: day(1) })).effective).toBe(true);
    expect(effects(request('LM_A', { nextFollowUpOn: day(2) }))).toMatchObject({ effective: true, talk: false });
    for (const code of ['NSP', 'VM', 'HANGUP', 'VACANT_AG'] as const)
      expect(effects(request(code)).effective, code).toBeNull();
  });

  it('[DATE-1] a window rolls to open days inside it; without any the next open day stands in, excused', () => {
    const roll = (min: string, max: string, prefill = min) => rollToOpenDays({ min, max, prefill }, calendars.CN);
    expect(roll('2026-09-30', '2026-10-06', '2026-10-02')).toEqual({
      bounds: { min: '2026-09-30', max: '2026-09-30', prefill: '2026-09-30' },
      excused: false,
    });
    expect(roll('2026-10-06', '2026-10-12')).toEqual({
      bounds: { min: '2026-10-08', max: '2026-10-12', prefill: '2026-10-08' },
      excused: false,
    });
    expect(roll('2026-10-01', '2026-10-03')).toEqual({
      bounds: { min: '2026-10-08', max: '2026-10-08', prefill: '2026-10-08' },
      excused: true,
    });
    const contact = wrapUpFacts({ contactAt: at('2026-09-30 10:00'), now: at('2026-09-30 10:05') });
    expect(effects(request('PAID_CLAIM', { nextFollowUpOn: '2026-10-08' }), contact).excused).toBe(true);
    expect(
      keys(request('NEG', { nextFollowUpOn: '2026-10-03' }), wrapUpFacts({ contactAt: at('2026-09-29 10:00') })),
    ).toEqual(['nextFollowUpOn:too_late']);
    const around = wrapUpFacts({ contactAt: at('2026-06-17 10:00'), now: at('2026-06-17 10:05') });
    expect(keys(request('NEG', { nextFollowUpOn: '2026-06-20' }), around)).toEqual(['nextFollowUpOn:closed_day']);
  });

  it('[DATE-2] what the form offers the check accepts, prefilled as it stands, on any day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 729 }),
        fc.constantFrom(...dispositionCodes),
        fc.boolean(),
        (days, code, override) => {
          const contactAt = at('2025-01-01 10:00') + days * 86_400_000;
          const facts = wrapUpFacts({ contactAt, now: contactAt + 60_000, override });
          const bounds = prefillWrapUp(code, facts);
          const given = (pick: 'min' | 'max' | 'prefill') =>
            request(code, {
              nextFollowUpOn: prefillWrapUp(code, facts, bounds.fundDate?.[pick] ?? null).nextFollowUp?.[pick] ?? null,
              fundDate: bounds.fundDate?.[pick] ?? null,
              promise: bounds.promiseDue === null ? null : { amountMinor: 1, dueOn: bounds.promiseDue[pick] },
              suspect: 'x',
              clues: 'y',
            });
          if (code === 'CALLBACK' || code === 'PTP_CONFIRM') return;
          for (const pick of ['min', 'max', 'prefill'] as const) expect(keys(given(pick), facts)).toEqual([]);
          for (const range of [bounds.nextFollowUp, bounds.promiseDue, bounds.fundDate]) {
            if (range === null) continue;
            expect(range.min <= range.prefill && range.prefill <= range.max).toBe(true);
          }
        },
      ),
    );
  });

  it('[DATE-2] the options of the form follow the contract and list every code that can be chosen', () => {
    const options = wrapUpOptions(wrapUpFacts());
    for (const option of options) expect(wrapUpOption.parse(option)).toEqual(option);
    expect(options.map((option) => option.code)).toEqual(dispositionCodes.filter((code) => code !== 'PTP_CONFIRM'));
    const promise = { dueOn: day(1), promisedOn: D };
    expect(wrapUpOptions(wrapUpFacts({ promise })).map((option) => option.code)).toEqual([...dispositionCodes]);
    const hotkeys = options.map((option) => option.hotkey).filter((key) => key !== null);
    expect(new Set(hotkeys).size).toBe(hotkeys.length);
  });

  it('[R30] resigned is suggested for work numbers, moved for home, relative and contact', () => {
    const suggested = (numberClass: WrapUpFacts['numberClass'], code: DispositionCode) =>
      wrapUpOptions(wrapUpFacts({ numberClass })).find((option) => option.code === code)?.suggested;
    for (const numberClass of ['self_mobile', 'work', 'home', 'contact', 'relative', 'emergency', 'traced'] as const) {
      expect(suggested(numberClass, 'RESIGNED'), numberClass).toBe(numberClass === 'work');
      expect(suggested(numberClass, 'MOVED'), numberClass).toBe(['home', 'contact', 'relative'].includes(numberClass));
      expect(suggested(numberClass, 'NEG')).toBe(true);
    }
    expect(keys(request('RESIGNED'), wrapUpFacts({ numberClass: 'home' }))).toEqual([]);
  });
});
