import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { decideCase, decideDial } from '../../src/domain/dial-decision.ts';
import { presets } from '../../src/domain/presets.ts';
import { checkWrapUp } from '../../src/domain/wrap-up.ts';
import { prefillWrapUp } from '../../src/domain/wrap-up-dates.ts';
import type { WrapUpRequest } from '../../src/domain/wrap-up-effects.ts';
import { addDays, localDate } from '../../src/domain/zoned-time.ts';
import { aDay, at, attempt, facts, nothingSaid, number, shanghai, theCase, wrapUpFacts } from './given.ts';

const request = (over: Partial<WrapUpRequest>): WrapUpRequest => ({
  code: 'NEG',
  party: 'RPC',
  ...nothingSaid,
  ...over,
});

const hourMs = 3_600_000;
const mobile = number('mobile', 'self_mobile');
const home = number('home', 'home');
/** Minutes after 08:00, on which of the days, to which number. */
const calls = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 2 }),
    minute: fc.integer({ min: 0, max: 13 * 60 }),
    home: fc.boolean(),
    inbound: fc.boolean(),
    other: fc.boolean(),
    talk: fc.boolean(),
  }),
  { maxLength: 24 },
);

describe('the ledger of calls', () => {
  it('[R12] a new case is filtered through all its numbers in the normal order', () => {
    const ladder = (['emergency', 'home', 'self_mobile', 'work'] as const).map((kind) => number(kind, kind));
    const decided = decideCase(facts({ numbers: ladder }), at(`${aDay} 10:00`));
    expect(decided.numbers.map(({ numberId }) => numberId)).toEqual(['self_mobile', 'work', 'home', 'emergency']);
    expect(decided).toMatchObject({ next: 'self_mobile', round: { number: 1, complete: false } });
    expect([...decided.round.remaining].sort()).toEqual(['emergency', 'home', 'self_mobile', 'work']);
  });

  it('[R15] raising funds: the fund date is at most seven days off, the next contact not after it', () => {
    const given = wrapUpFacts();
    const fund = (days: number, next: number) =>
      checkWrapUp(request({ code: 'FUND', fundDate: addDays(aDay, days), nextFollowUpOn: addDays(aDay, next) }), given)
        .ok;
    expect([fund(7, 7), fund(8, 7), fund(7, 1), fund(3, 4)]).toEqual([true, false, true, false]);
    expect(prefillWrapUp('FUND', given).nextFollowUp?.prefill).toBe(prefillWrapUp('FUND', given).fundDate?.prefill);
  });

  it('[R16] negotiation drawn a second time is the same rule: D+1 to D+7', () => {
    const given = wrapUpFacts();
    const next = (days: number) => checkWrapUp(request({ nextFollowUpOn: addDays(aDay, days) }), given).ok;
    expect([next(0), next(1), next(7), next(8)]).toEqual([false, true, true, false]);
    expect(prefillWrapUp('NEG', given).nextFollowUp?.prefill).toBe(addDays(aDay, 1));
  });

  it('[R30] a time agreed for calling back is lawful in every zone the person may be in', () => {
    const zones = ['America/New_York', 'America/Los_Angeles'];
    const given = wrapUpFacts({ calleeZone: zones[0] ?? null, calleeZones: zones, calendar: calendars.none });
    const when = (text: string) => checkWrapUp(request({ code: 'CALLBACK', callbackAt: at(text, zones[0]) }), given);
    expect(when(`${aDay} 09:00`)).toMatchObject({ problems: [{ field: 'callbackAt', key: 'outside_hours' }] });
    expect(when(`${aDay} 11:00`).ok).toBe(true);
  });

  it('[DEC-9] cn: whatever the history, no call is allowed above six on the line or three talks with the debtor', () => {
    fc.assert(
      fc.property(calls, (made) => {
        const history = made
          .filter(({ other }) => !other)
          .map((call) =>
            attempt(
              call.home ? 'home' : 'mobile',
              at(`${addDays(aDay, call.day)} 08:00`) + call.minute * 60_000,
              call.talk ? 'CALLBACK' : 'NO_ANSWER',
              { inbound: call.inbound, party: call.talk ? 'RPC' : 'none' },
            ),
          );
        const otherCallsAt = made
          .filter(({ other, home: toHome }) => other && !toHome)
          .map((call) => at(`${addDays(aDay, call.day)} 08:00`) + call.minute * 60_000);
        const now = at(`${addDays(aDay, 2)} 21:30`);
        const isToday = (instant: number) => localDate(instant, shanghai) === addDays(aDay, 2);
        const line = { ...mobile, otherCallsAt };
        const given = facts({ numbers: [line, home], history, case: theCase({ roundNumber: 9 }), mode: 'manual' });
        const decision = decideDial({ ...given, number: line }, now);
        const toLine = history.filter((call) => call.numberId === 'mobile' && !call.inbound && isToday(call.at)).length;
        const counted = toLine + otherCallsAt.filter(isToday).length;
        const talks = history.filter((call) => call.talk && isToday(call.at)).length;
        if (counted >= 6) expect(decision).toMatchObject({ kind: 'DEFER', reason: 'cap_number_day' });
        else if (talks >= 3) expect(decision).toMatchObject({ kind: 'DEFER', reason: 'cap_talks_day' });
        else if (decision.kind === 'DEFER') expect(['redial_gap']).toContain(decision.reason);
      }),
    );
  });

  it('[DEC-9] us: a talk of seven days, ours or theirs, allows no call but on a line with standing consent', () => {
    const zone = 'America/New_York';
    const age = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(age, age, fc.boolean(), fc.boolean(), (talkAge, consentAge, inbound, onThisLine) => {
        const today = addDays(aDay, 14);
        const talk = attempt('home', at(`${addDays(today, -talkAge)} 08:00`, zone), 'CALLBACK', {
          party: 'RPC',
          inbound,
        });
        const consentOn = onThisLine ? addDays(today, -consentAge) : null;
        const line = { ...mobile, zones: [zone], consentOn };
        const given = facts({
          preset: presets['us-regf'],
          calendar: calendars.none,
          businessZone: zone,
          mode: 'manual',
          numbers: [line],
          history: [talk],
          case: theCase({ roundNumber: 9, consentOn: today }),
        });
        const decision = decideDial({ ...given, number: line }, at(`${today} 08:00`, zone) + 5 * hourMs);
        const covered = onThisLine && consentAge < 7;
        if (talkAge < 7 && !covered) expect(decision).toMatchObject({ reason: 'quiet_after_talk' });
        else expect(decision.kind).toBe('ALLOW');
      }),
    );
  });
});
