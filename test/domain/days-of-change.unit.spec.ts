import { describe, expect, it } from 'vitest';
import { readAgreedTime } from '../../src/domain/agreed-time.ts';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { checkAgreed, type HandedIn } from '../../src/domain/check-agreed.ts';
import { decideDial } from '../../src/domain/dial-decision.ts';
import type { CaseDialFacts } from '../../src/domain/dial-facts.ts';
import type { Preset } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import type { ZoneName } from '../../src/domain/vocabulary.ts';
import type { WrapUpFacts } from '../../src/domain/wrap-up-dates.ts';
import { dayMs } from '../../src/domain/zoned-time.ts';
import { at, attempt, facts, nothingSaid, number, theCase, wrapUpFacts } from './given.ts';

const newYork: ZoneName = 'America/New_York';
const london: ZoneName = 'Europe/London';
const cairo: ZoneName = 'Africa/Cairo';
const { cn, demo, uk } = presets;
const hour = 3_600_000;

const handedIn = (over: Partial<HandedIn>): HandedIn => ({
  code: 'CALLBACK',
  party: 'RPC',
  ...nothingSaid,
  ...over,
});

/** A talk on the eve of the change, under hours that leave the night open. */
const eveOf = (date: string, zone: ZoneName): WrapUpFacts =>
  wrapUpFacts({
    preset: demo,
    calendar: calendars.none,
    businessZone: zone,
    calleeZone: zone,
    contactAt: at(`${date} 18:00`, zone),
    now: at(`${date} 18:05`, zone),
  });

describe('times agreed on in the night in which the clock changes', () => {
  it.each([
    ['New York', newYork, '2026-03-07', '2026-03-08', '02:30', '02:00', '03:00'],
    ['London', london, '2026-03-28', '2026-03-29', '01:30', '01:00', '02:00'],
    ['Cairo, where midnight is skipped', cairo, '2026-04-23', '2026-04-24', '00:15', '00:00', '01:00'],
  ])('[TIME-6] %s leaves it out: refused with the gap', (_, zone, eve, date, time, from, to) => {
    const { check } = checkAgreed(handedIn({ callbackAt: { date, time, second: false } }), eveOf(eve, zone));
    expect(check.ok ? [] : check.problems).toEqual([
      { field: 'callbackAt', rule: 'TIME-6', key: 'skipped_time', skips: { from, to } },
    ]);
  });

  it('[TIME-6] the times at both ends of the gap exist', () => {
    for (const [time, utc] of [
      ['01:59', '06:59'],
      ['03:00', '07:00'],
    ] as const) {
      const { check, callbackAt } = checkAgreed(
        handedIn({ callbackAt: { date: '2026-03-08', time, second: true } }),
        eveOf('2026-03-07', newYork),
      );
      expect(check.ok).toBe(true);
      expect(callbackAt).toBe(Date.parse(`2026-03-08T${utc}:00Z`));
    }
  });

  it('[TIME-6] of a time that comes twice the first is meant, the second when it is said', () => {
    const agreed = { date: '2026-11-01', time: '01:30' };
    expect(readAgreedTime({ ...agreed, second: false }, newYork)).toEqual({
      kind: 'instant',
      at: Date.parse('2026-11-01T05:30:00Z'),
    });
    expect(readAgreedTime({ ...agreed, second: true }, newYork)).toEqual({
      kind: 'instant',
      at: Date.parse('2026-11-01T06:30:00Z'),
    });
    const { check, callbackAt } = checkAgreed(
      handedIn({ callbackAt: { ...agreed, second: true } }),
      eveOf('2026-10-31', newYork),
    );
    expect(check.ok && check.effects.callbackAt).toBe(callbackAt);
    expect(callbackAt).toBe(Date.parse('2026-11-01T06:30:00Z'));
  });

  it('[TIME-6] the gap is named with everything else that is wrong, and hides no other rule', () => {
    const skipped = { date: '2026-03-08', time: '02:30', second: false };
    const eve = eveOf('2026-03-07', newYork);
    const named = (request: HandedIn, given = eve) => {
      const { check } = checkAgreed(request, given);
      return check.ok ? [] : check.problems.map(({ field, key }) => `${field} ${key}`);
    };
    expect(named(handedIn({ callbackAt: skipped, party: 'none' }))).toEqual([
      'party not_allowed',
      'callbackAt skipped_time',
    ]);
    expect(named(handedIn({ code: 'VM', party: 'none', callbackAt: skipped }))).toEqual(['callbackAt not_allowed']);
    expect(named(handedIn({ callbackAt: { ...skipped, date: '2026-02-30' } }))).toEqual(['callbackAt not_a_date']);
    expect(named(handedIn({ callbackAt: null }))).toEqual(['callbackAt missing']);
    const lawful = { ...eve, preset: uk };
    expect(named(handedIn({ callbackAt: { ...skipped, time: '04:00' } }), lawful)).toEqual([
      'callbackAt outside_hours',
    ]);
  });

  it('[TIME-6] an instant beyond all calendars is no date, and faults nothing', () => {
    for (const callbackAt of [1e300, 8_640_000_000_000_001, Number.NaN, Infinity]) {
      const { check } = checkAgreed(handedIn({ callbackAt }), eveOf('2026-03-07', newYork));
      expect(check.ok ? [] : check.problems.map(({ key }) => key)).toEqual(['not_a_date']);
    }
  });

  it('[TIME-6] read at the called number, else by the house', () => {
    const agreed = handedIn({ callbackAt: { date: '2026-05-12', time: '18:00', second: false } });
    const known = wrapUpFacts({ preset: demo, calleeZone: london });
    expect(checkAgreed(agreed, known).callbackAt).toBe(at('2026-05-12 18:00', london));
    expect(checkAgreed(agreed, { ...known, calleeZone: null }).callbackAt).toBe(at('2026-05-12 18:00'));
  });
});

describe('days of 23 and of 25 hours', () => {
  const open = (over: Partial<Preset> = {}): Preset => ({ ...demo, ...over });
  const inZone = (zone: ZoneName, over: Partial<CaseDialFacts>): CaseDialFacts =>
    facts({
      preset: open(),
      calendar: calendars.none,
      businessZone: zone,
      numbers: [number('mobile', 'self_mobile', { zones: [zone] })],
      ...over,
    });
  const decide = (given: CaseDialFacts, now: number) => {
    const [first] = given.numbers;
    if (first === undefined) throw new RangeError('no number');
    const decision = decideDial({ ...given, number: first }, now);
    return decision.kind === 'DEFER' ? { reason: decision.reason, until: decision.until } : decision.kind;
  };

  it.each([
    ['23 hours', newYork, '2026-03-07', '2026-03-08', '2026-03-08T05:00:00Z'],
    ['25 hours', newYork, '2026-10-31', '2026-11-01', '2026-11-01T04:00:00Z'],
    ['no midnight', cairo, '2026-04-23', '2026-04-24', '2026-04-23T22:00:00Z'],
  ])(
    '[TIME-5] a follow-up set on the day of the change (%s) waits for its first instant',
    (_, zone, eve, date, from) => {
      const given = inZone(zone, { case: theCase({ nextFollowUpOn: date }) });
      expect(decide(given, at(`${eve} 20:00`, zone))).toEqual({ reason: 'before_next_date', until: Date.parse(from) });
      expect(decide(given, Date.parse(from) - 1)).not.toBe('ALLOW');
      expect(decide(given, Date.parse(from))).toBe('ALLOW');
    },
  );

  it('[TIME-5] the form offers that day, and the day after it, like any other', () => {
    const eve = { ...eveOf('2026-10-31', newYork), preset: cn };
    const next = (nextFollowUpOn: string) =>
      checkAgreed(handedIn({ code: 'NEG', nextFollowUpOn }), eve).check.ok ? 'taken' : 'refused';
    expect(['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-07', '2026-11-08'].map(next)).toEqual([
      'refused',
      'taken',
      'taken',
      'taken',
      'refused',
    ]);
  });

  it('[TIME-5] a message left on the day before a change of two days holds its number to the first instant', () => {
    const { check } = checkAgreed(handedIn({ code: 'LM_A', party: 'TPC', nextFollowUpOn: '2026-04-24' }), {
      ...eveOf('2026-04-22', cairo),
      preset: cn,
      numberClass: 'relative',
    });
    expect(check.ok && check.effects.holdNumberUntil).toBe(Date.parse('2026-04-23T22:00:00Z'));
  });

  it('[TIME-5] calls a day are counted over all 25 hours, and none of a 23-hour day counts on the next', () => {
    const capped = open({ caps: { ...demo.caps, attemptsPerNumberDay: 2, minRedialMs: 0, callWindows: [] } });
    const called = (...whens: number[]) => ({
      preset: capped,
      history: whens.map((when) => attempt('mobile', when, 'BUSY', { roundNumber: 0 })),
      case: theCase({ callbackAt: null }),
    });
    const long = Date.parse('2026-11-01T04:00:00Z');
    const longDay = inZone(newYork, called(long, long + 20 * hour));
    expect(decide(longDay, long + 25 * hour - 1)).toMatchObject({ reason: 'cap_number_day' });
    expect(decide(longDay, long + 22 * hour)).toEqual({ reason: 'cap_number_day', until: long + 25 * hour });
    expect(decide(longDay, long + 25 * hour)).toBe('ALLOW');
    const short = Date.parse('2026-03-08T05:00:00Z');
    const shortDay = inZone(newYork, called(short, short + 20 * hour));
    expect(decide(shortDay, short + 23 * hour - 1)).toMatchObject({ reason: 'cap_number_day' });
    expect(decide(shortDay, short + 23 * hour)).toBe('ALLOW');
  });

  it('[TIME-5] a quiet week over a change ends on a date, not after so many hours', () => {
    const quiet = open({ caps: { ...demo.caps, quietAfterTalkDays: 7, minRedialMs: 0, callWindows: [] } });
    const talked = at('2026-10-28 23:00', newYork);
    const given = inZone(newYork, {
      preset: quiet,
      history: [attempt('mobile', talked, 'HANGUP', { party: 'RPC', talk: true, roundNumber: 0 })],
    });
    const free = at('2026-11-04 00:00', newYork);
    expect(free - at('2026-10-28 00:00', newYork)).toBe(7 * dayMs + hour);
    expect(decide(given, free - 1)).toMatchObject({ reason: 'quiet_after_talk', until: free });
    expect(decide(given, free)).not.toMatchObject({ reason: 'quiet_after_talk' });
  });
});
