import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { decideDial } from '../../src/domain/dial-decision.ts';
import { presets } from '../../src/domain/presets.ts';
import { addDays, daysBetween, localDate, minuteMs, startOfLocalDate } from '../../src/domain/zoned-time.ts';
import { aDay, at, attempt, facts, number, theCase } from './given.ts';

const zone = 'America/New_York';
const mobile = number('mobile', 'self_mobile', { zones: [zone] });
const today = addDays(aDay, 20);
const excluded = ['BUSY', 'FAILED', 'CONGESTION', 'VACANT', 'MALFORMED'] as const;
const counted = ['NO_ANSWER', 'HANGUP', 'MACHINE', 'ABANDONED', 'AGENT_LOST', 'REJECTED'] as const;

const calls = fc.array(
  fc.record({
    ago: fc.integer({ min: 1, max: 12 }),
    minute: fc.integer({ min: 0, max: 12 * 60 }),
    result: fc.constantFrom(...excluded, ...counted, ...counted),
    linked: fc.boolean(),
    inbound: fc.boolean(),
    consented: fc.boolean(),
  }),
  { maxLength: 30 },
);

describe('calls in consecutive days', () => {
  it('[DEC-9] us: seven in seven about this debt, without what the rule excludes, and free again on the seventh day after', () => {
    fc.assert(
      fc.property(calls, (made) => {
        const history = made.map((call) =>
          attempt('other', at(`${addDays(today, -call.ago)} 08:00`, zone) + call.minute * minuteMs, call.result, {
            caseId: call.linked ? 'linked' : 'case',
            inbound: call.inbound,
            consented: call.consented,
            answered: call.result === 'HANGUP',
            party: call.result === 'HANGUP' ? 'unknown' : 'none',
          }),
        );
        const ours = history
          .filter((call) => call.caseId === 'case' && call.inbound !== true && call.consented !== true)
          .filter((call) => (counted as readonly (string | null)[]).includes(call.result))
          .map((call) => localDate(call.at, zone))
          .filter((date) => daysBetween(date, today) <= 6)
          .sort();
        const decision = decideDial(
          {
            ...facts({
              preset: presets['us-regf'],
              calendar: calendars.none,
              businessZone: zone,
              mode: 'manual',
              numbers: [mobile],
              history,
              case: theCase({ roundNumber: 9 }),
            }),
            number: mobile,
          },
          at(`${today} 12:00`, zone),
        );
        const leaving = ours[ours.length - 7];
        if (leaving === undefined) {
          expect(decision.kind).toBe('ALLOW');
          return;
        }
        expect(decision).toMatchObject({ kind: 'DEFER', reason: 'cap_debt_window' });
        const opens = decision.trace.at(-1)?.until;
        expect(opens).toBe(startOfLocalDate(addDays(leaving, 7), zone));
      }),
      { numRuns: 300 },
    );
  });
});
