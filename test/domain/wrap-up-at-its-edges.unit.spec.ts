import { describe, expect, it } from 'vitest';
import { addressKey } from '../../src/domain/address-key.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { nextDaypartStart, windowState } from '../../src/domain/calling-window.ts';
import { dispositions } from '../../src/domain/dispositions.ts';
import type { Preset } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import type { DispositionCode } from '../../src/domain/vocabulary.ts';
import { afterConfirmation, type WrapUpFacts } from '../../src/domain/wrap-up-dates.ts';
import type { WrapUpRequest } from '../../src/domain/wrap-up-effects.ts';
import { checkWrapUp, wrapUpOptions } from '../../src/domain/wrap-up.ts';
import { addDays } from '../../src/domain/zoned-time.ts';
import { aDay, at, nothingSaid, shanghai, wrapUpFacts } from './given.ts';

const { cn, demo } = presets;
const day = (offset: number): string => addDays(aDay, offset);
const request = (code: DispositionCode, over: Partial<WrapUpRequest> = {}): WrapUpRequest => ({
  code,
  party: dispositions[code].parties[0] ?? 'unknown',
  ...nothingSaid,
  ...over,
});
const refusals = (given: WrapUpRequest, facts: WrapUpFacts = wrapUpFacts()): string[] => {
  const check = checkWrapUp(given, facts);
  return check.ok ? [] : check.problems.map(({ field, rule, key }) => `${field} ${key} ${rule}`);
};
const effects = (given: WrapUpRequest, facts: WrapUpFacts = wrapUpFacts()) => {
  const check = checkWrapUp(given, facts);
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  return check.effects;
};

describe('what a wrap-up is refused by', () => {
  it.each<[string, WrapUpRequest, string[]]>([
    ['[R30] a party', request('NEG', { party: 'none', nextFollowUpOn: day(1) }), ['party not_allowed R30']],
    [
      '[R30] a date nobody asked for',
      request('HANGUP', { nextFollowUpOn: day(1) }),
      ['nextFollowUpOn not_allowed R30'],
    ],
    [
      '[R30] a promise nobody asked for',
      request('VM', { promise: { amountMinor: 1, dueOn: aDay } }),
      ['promise not_allowed R30'],
    ],
    [
      '[R30] an instant nobody asked for',
      request('VM', { callbackAt: at(`${aDay} 12:00`) }),
      ['callbackAt not_allowed R30'],
    ],
    ['[R13] a date too late', request('NEG', { nextFollowUpOn: day(8) }), ['nextFollowUpOn too_late R13']],
    ['[R13] a refusal without a date', request('REFUSE'), ['nextFollowUpOn missing R30']],
    [
      '[R14] an amount of nothing',
      request('PTP', { promise: { amountMinor: 0, dueOn: day(4) } }),
      ['promise.dueOn too_late R14', 'promise.amountMinor not_positive R14'],
    ],
    [
      '[R15] a fund date too late',
      request('FUND', { fundDate: day(8), nextFollowUpOn: day(1) }),
      ['fundDate too_late R15'],
    ],
    ['[R15] no fund date', request('FUND', { nextFollowUpOn: day(1) }), ['fundDate missing R15']],
    ['[R17] a message with hope', request('LM_A', { nextFollowUpOn: day(1) }), ['nextFollowUpOn too_early R17']],
    ['[R18] a message without', request('LM_B', { nextFollowUpOn: day(2) }), ['nextFollowUpOn too_early R18']],
    ['[R18] no help', request('TP_NOINFO', { nextFollowUpOn: day(8) }), ['nextFollowUpOn too_late R18']],
    ['[R23] a claim without its story', request('FRAUD_CLAIM'), ['suspect missing R23', 'clues missing R23']],
    ['[R10] nothing to confirm', request('PTP_CONFIRM'), ['code no_open_promise R10']],
    [
      '[R30] a payment claimed too late',
      request('PAID_CLAIM', { nextFollowUpOn: day(4) }),
      ['nextFollowUpOn too_late R30'],
    ],
    ['[R30] no instant', request('CALLBACK'), ['callbackAt missing R30']],
    ['[R30] an instant that is none', request('CALLBACK', { callbackAt: Number.NaN }), ['callbackAt not_a_date R30']],
    [
      '[R30] this very instant',
      request('CALLBACK', { callbackAt: at(`${aDay} 10:05`) }),
      ['callbackAt in_the_past R30'],
    ],
    ['[R30] the night', request('CALLBACK', { callbackAt: at(`${aDay} 22:00`) }), ['callbackAt outside_hours R30']],
  ])('%s', (_, given, told) => {
    expect(refusals(given)).toEqual(told);
  });

  it('[DATE-2] what is refused for its date is told the bounds', () => {
    const check = checkWrapUp(request('NEG'), wrapUpFacts());
    expect(check).toMatchObject({ problems: [{ allowed: { min: day(1), max: day(7) } }] });
    const night = checkWrapUp(request('CALLBACK', { callbackAt: at(`${aDay} 23:00`) }), wrapUpFacts());
    expect(night).toMatchObject({ problems: [{ allowed: { min: aDay, max: day(7) } }] });
  });

  it('[R30] an agreed time is lawful in every zone the person may be in, in the business zone where none is known', () => {
    const callback = request('CALLBACK', { callbackAt: at(`${aDay} 20:00`) });
    const told = (over: Partial<WrapUpFacts>) => refusals(callback, wrapUpFacts(over));
    expect(told({})).toEqual([]);
    expect(told({ calleeZone: null })).toEqual([]);
    expect(told({ calleeZone: null, businessZone: 'Europe/London' })).toEqual([]);
    expect(told({ calleeZones: [shanghai, 'America/New_York'] })).toEqual([]);
    const early = request('CALLBACK', { callbackAt: at(`${aDay} 19:59`) });
    expect(refusals(early, wrapUpFacts({ calleeZones: [shanghai, 'America/New_York'] }))).toEqual([
      'callbackAt outside_hours R30',
    ]);
    expect(refusals(early, wrapUpFacts({ calleeZones: [], calleeZone: 'America/New_York' }))).toEqual([]);
    const asleep = request('CALLBACK', { callbackAt: at('2026-05-13 07:59') });
    expect(refusals(asleep, wrapUpFacts({ calleeZone: null }))).toEqual(['callbackAt outside_hours R30']);
  });
});

describe('what a wrap-up does', () => {
  it('[R30] a third party holds the number until the agreed day, and says by which code', () => {
    expect(effects(request('LM_A', { nextFollowUpOn: day(3) }))).toEqual({
      classAfter: 'LEFT_MSG_A',
      nextFollowUpOn: null,
      callbackAt: null,
      holdNumberUntil: at(`${day(3)} 00:00`),
      holdReason: 'LM_A',
      counterCode: 'LM_A',
      stop: null,
      blockNumber: false,
      promise: null,
      fundDate: null,
      effective: true,
      talk: false,
      excused: false,
      overridden: false,
    });
    const callbackAt = at(`${aDay} 15:00`);
    expect(effects(request('CALLBACK', { callbackAt, party: 'TPC' }))).toMatchObject({
      holdNumberUntil: callbackAt,
      holdReason: 'CALLBACK',
    });
    expect(effects(request('NEG', { nextFollowUpOn: day(1) }))).toMatchObject({
      holdNumberUntil: null,
      holdReason: null,
      blockNumber: false,
      talk: true,
    });
  });

  it('[R14] only a date beyond the plain window is marked as let through', () => {
    const supervised = wrapUpFacts({ override: true });
    const overridden = (given: WrapUpRequest, facts = supervised) => effects(given, facts).overridden;
    const promise = (offset: number) => request('PTP', { promise: { amountMinor: 1, dueOn: day(offset) } });
    expect([0, 3, 4].map((offset) => overridden(promise(offset)))).toEqual([false, false, true]);
    const fund = (offset: number, next: number) =>
      request('FUND', { fundDate: day(offset), nextFollowUpOn: day(next) });
    expect([overridden(fund(7, 7)), overridden(fund(8, 1)), overridden(fund(8, 8))]).toEqual([false, true, true]);
    const message = (offset: number) => request('LM_A', { nextFollowUpOn: day(offset) });
    expect([2, 7, 8].map((offset) => overridden(message(offset)))).toEqual([false, false, true]);
    expect(overridden(request('HANGUP'))).toBe(false);
  });

  it('[R10] a confirmation on the due day waits for the next part of the callee’s day', () => {
    const due = wrapUpFacts({ calleeZone: 'Asia/Tokyo', now: at(`${aDay} 10:05`) });
    expect(afterConfirmation(aDay, due)).toEqual({ nextFollowUpOn: aDay, callbackAt: at(`${aDay} 11:00`) });
    expect(afterConfirmation(aDay, { ...due, calleeZone: null }).callbackAt).toBe(at(`${aDay} 12:00`));
    expect(afterConfirmation(day(1), due)).toEqual({ nextFollowUpOn: day(1), callbackAt: null });
  });

  it('[DATE-2] the form shows of each code what the catalogue says of it', () => {
    for (const option of wrapUpOptions(wrapUpFacts({ promise: { dueOn: day(1), promisedOn: aDay } }))) {
      const { zh, en, parties, requires, classAfter, stop, hotkey } = dispositions[option.code];
      expect(option).toMatchObject({ zh, en, parties, requires, classAfter, hotkey, stopsCase: stop !== null });
    }
  });
});

describe('hours at their edges', () => {
  const hours = (start: string, end: string, over: Partial<Preset['window']> = {}): Preset => ({
    ...cn,
    window: { ...cn.window, hours: [start, end], ...over },
  });
  const state = (text: string, preset: Preset, zones: readonly string[] = [shanghai]) =>
    windowState(at(text), zones, preset, calendars.none);

  it('[DEC-8] open to midnight, the hours end with the day unless the next one begins at once', () => {
    expect(state('2026-05-12 23:59', hours('08:00', '24:00'))).toEqual({
      open: true,
      closesAt: at('2026-05-13 00:00'),
    });
    expect(state('2026-05-12 12:00', demo)).toEqual({ open: true });
    const sundayShut = hours('00:00', '24:00', { sunday: null });
    expect(state('2026-05-16 12:00', sundayShut)).toEqual({ open: true, closesAt: at('2026-05-17 00:00') });
    const sundayShort = hours('00:00', '24:00', { sunday: ['00:00', '06:30'] });
    expect(state('2026-05-16 12:00', sundayShort)).toEqual({ open: true, closesAt: at('2026-05-17 06:30') });
    const sundayLate = hours('00:00', '24:00', { sunday: ['09:05', '24:00'] });
    expect(state('2026-05-16 12:00', sundayLate)).toEqual({ open: true, closesAt: at('2026-05-17 00:00') });
    expect(state('2026-05-17 03:00', sundayLate)).toMatchObject({ open: false, opensAt: at('2026-05-17 09:05') });
  });

  it('[DEC-8] of several zones the first to close ends the hours, in whatever order they are named', () => {
    const zones = [shanghai, 'Asia/Tokyo', 'Asia/Dhaka'];
    for (const order of [zones, [...zones].reverse()]) {
      expect(state('2026-05-12 12:00', cn, order)).toEqual({
        open: true,
        closesAt: at('2026-05-12 22:00', 'Asia/Tokyo'),
      });
    }
  });

  it('[R11] a daypart that begins at this instant is not the next one', () => {
    const one: Preset = { ...cn, dayparts: ['09:00', '21:00'] };
    expect(nextDaypartStart(at('2026-05-12 09:00'), shanghai, one)).toBe(at('2026-05-13 09:00'));
    expect(nextDaypartStart(at('2026-05-12 08:59'), shanghai, one)).toBe(at('2026-05-12 09:00'));
  });
});

describe('addresses at their edges', () => {
  it.each([
    ['12 North Main Street', '12 n main st'],
    ['5 South Oak Avenue, Apartment 3', '5 S. Oak Ave Suite 3'],
    ['7 East Hill Road Unit 2', '7 e hill rd ste 2'],
    ['9 West Lake Boulevard', '9 W Lake Blvd'],
    ['1 Elm Drive', '1 elm dr'],
    ['1 Elm Lane', '1-Elm-LN'],
    ['海淀區中關村１號樓', '海淀区中關村1栋'],
    ['一棟二单元三层', '1栋2單元3层'],
    ['长沙縣星沙鎮', '长沙县星沙镇'],
    ['某鄉零号', '某乡○号'],
    ['5幢', '5号楼'],
    ['幸福路十二号', '幸福路12號'],
    ['建设路一百零五号二十三楼', '建设路105号23楼'],
    ['一千二百〇五弄二十号', '1205弄20号'],
    ['三单元一二〇五室', '3单元1205室'],
    ['两百号', '200号'],
    ['12 Main St #4', '12 Main Street, Apt 4'],
    ['4 Station Place, Flat 2', '4 Station Pl Unit 2'],
    ['Mill Court Building 3, Floor 2', 'mill ct bldg 3 fl 2'],
    ['廣州市東門莊園三組', '广州市东门庄园3组'],
  ])('[R41] %s is %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it.each([
    ['Streeter Hall', 'St er Hall'],
    ['二七路', '27路'],
    ['十里堡', '10里堡'],
    ['二十号', '210号'],
    ['12 Main St #4', '12 Main St 4'],
    ['Northgate 1', 'N gate 1'],
    ['1 Main St', '11 Main St'],
  ])('[R41] %s is not %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });
});
