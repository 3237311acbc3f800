import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../src/domain/calendars/calendars.ts';
import { nextInSchedule, type ScheduleEntry } from '../../src/domain/campaign-schedule.ts';
import { decideDial } from '../../src/domain/dial-decision.ts';
import { probe, standingAt, type ProbeFacts, type ProbeStanding } from '../../src/domain/dial-probe.ts';
import { presets } from '../../src/domain/presets.ts';
import { weekOfCalling } from '../../src/domain/week-of-calling.ts';
import type { WindowRule } from '../../src/domain/window-rules.ts';
import { at, facts, number, shanghai, theCase } from './given.ts';
import type { CaseDialFacts } from '../../src/domain/dial-facts.ts';

const newYork = 'America/New_York';
const us = presets['us-regf'];
const only = number('n', 'self_mobile');
const given = (over: Partial<CaseDialFacts> = {}, schedule: readonly ScheduleEntry[] = []): ProbeFacts => {
  const numbers = over.numbers ?? [only];
  return { facts: { ...facts({ ringTimeoutMs: 0, ...over, numbers }), number: numbers[0] ?? only }, schedule };
};
const rule = (over: Partial<WindowRule>): WindowRule => ({
  ...{ id: 'r', name: 'Lunch', zones: [], classes: [], weekdays: [], on: 'every', calendar: null, hours: [] },
  ...over,
});
const office: ScheduleEntry = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };

describe('the probe', () => {
  it('[WIN-1] says what the decision says, with the clock and the window of each zone that binds', () => {
    const answer = probe(given(), at('2026-05-12 09:30'));
    expect(answer).toMatchObject({ allowed: true, inSchedule: true, nextAt: at('2026-05-12 09:30') });
    expect(answer.zones).toEqual([
      {
        ...{ zone: shanghai, of: ['number'], date: '2026-05-12', time: '09:30', offsetMin: 480, day: 'workday' },
        ...{ hours: [['08:00', '22:00']], holds: ['08:00', '22:00'], rules: [] },
      },
    ]);
    const two = given({
      preset: us,
      calendar: calendars.US,
      numbers: [number('n', 'self_mobile', { zones: [newYork] })],
      case: theCase({ addressZones: ['America/Los_Angeles', newYork] }),
    });
    const early = probe(two, at('2026-05-12 09:00', newYork));
    expect(early).toMatchObject({ allowed: false, nextAt: at('2026-05-12 08:00', 'America/Los_Angeles') });
    expect(early.zones.map(({ zone, of, time, holds }) => [zone, of, time, holds])).toEqual([
      [newYork, ['number', 'address'], '09:00', us.window.hours],
      ['America/Los_Angeles', ['address'], '06:00', null],
    ]);
  });

  it('[WIN-1] names the rules that narrow the day, holidays and days worked in exchange', () => {
    const lunch = rule({
      hours: [
        { from: '08:00', to: '12:00' },
        { from: '13:00', to: '22:00' },
      ],
    });
    const noon = probe(given({ windowRules: [lunch] }), at('2026-05-12 12:30'));
    expect(noon).toMatchObject({ allowed: false, nextAt: at('2026-05-12 13:00') });
    expect(noon.zones[0]).toMatchObject({
      rules: ['Lunch'],
      holds: null,
      hours: [
        ['08:00', '12:00'],
        ['13:00', '22:00'],
      ],
    });
    expect(probe(given(), at('2026-10-01 12:30')).zones[0]).toMatchObject({ day: 'holiday', hours: [], holds: null });
    expect(probe(given(), at('2026-05-09 12:30')).zones[0]?.day).toBe('makeup_workday');
    expect(probe(given(), at('2026-05-16 12:30')).zones[0]?.day).toBe('weekend');
  });

  it('[WIN-1] the hours of the campaign are asked too, and the next instant is inside of both', () => {
    const evening = probe(given({}, [office]), at('2026-05-15 19:00'));
    expect(evening).toMatchObject({ allowed: false, inSchedule: false, nextAt: at('2026-05-18 09:00') });
    expect(evening.decision.kind).toBe('ALLOW');
    expect(probe(given({ tenantOff: true }, [office]), at('2026-05-12 10:00'))).toMatchObject({
      allowed: false,
      nextAt: null,
    });
    const never = probe(given({}, [{ days: [1], from: '02:00', to: '03:00' }]), at('2026-05-12 10:00'));
    expect(never.nextAt).toBeNull();
    expect(nextInSchedule([], 5, shanghai)).toBe(5);
    expect(nextInSchedule([{ days: [], from: '09:00', to: '18:00' }], 5, shanghai)).toBeNull();
  });

  it('[WIN-1] the next instant is one at which it rings, whatever the instant and the schedule', () => {
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 10, 30) });
    const someDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    fc.assert(
      fc.property(instants, someDays, (instant, days) => {
        const asked = given({}, [{ ...office, days }]);
        const { nextAt, allowed } = probe(asked, instant);
        expect(allowed).toBe(standingAt(asked, instant).allowed);
        if (nextAt !== null) expect(standingAt(asked, nextAt).allowed).toBe(true);
        if (allowed) expect(nextAt).toBe(instant);
      }),
      { numRuns: 50 },
    );
  });

  it('[WIN-1] what stands in the way comes with its gate, its words and the instant at which it may be gone', () => {
    const early = standingAt(given(), at('2026-05-12 06:00'));
    expect(early).toMatchObject({ allowed: false, gate: 'window', until: at('2026-05-12 08:00') });
    const stopped = standingAt(given({ case: theCase({ stops: ['complaint'] }) }), at('2026-05-12 09:30'));
    expect(stopped).toMatchObject({ allowed: false, gate: 'case_stop', until: null });
    expect(stopped.reason).not.toBeNull();
    expect(probe(given({ case: theCase({ stops: ['complaint'] }) }), at('2026-05-12 09:30')).nextAt).toBeNull();
  });

  it('[WIN-1] the window that holds begins with its first minute and ends before its last', () => {
    const holds = (time: string) => probe(given(), at(`2026-05-12 ${time}`)).zones[0]?.holds ?? null;
    expect([holds('07:59'), holds('08:00'), holds('21:59'), holds('22:00')]).toEqual([
      null,
      ['08:00', '22:00'],
      ['08:00', '22:00'],
      null,
    ]);
  });
});

describe('the week of calling', () => {
  const said = ({ allowed, gate, reason, detail }: Omit<ProbeStanding, 'until'>) => ({ allowed, gate, reason, detail });

  it('[WIN-3] every cell answers as the decision does, at its first and its last instant', () => {
    const lunch = rule({
      hours: [
        { from: '08:05', to: '12:10' },
        { from: '13:17', to: '21:00' },
      ],
    });
    const asked = given({ windowRules: [lunch], ringTimeoutMs: 30_000 }, [office]);
    const week = weekOfCalling(asked, shanghai, '2026-05-11');
    expect(week.map(({ date }) => date)).toEqual([
      ...['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14', '2026-05-15', '2026-05-16', '2026-05-17'],
    ]);
    for (const { cells, startsAt, hours } of week) {
      expect(cells[0]?.from).toBe(startsAt);
      expect(cells.at(-1)?.to).toBe(startsAt + hours * 3_600_000);
      cells.forEach((cell, index) => {
        if (index > 0) expect(cell.from).toBe(cells[index - 1]?.to);
        expect(cell.to - cell.from).toBeLessThanOrEqual(1_800_000);
        expect([cell.from, cell.to - 1].map((instant) => said(standingAt(asked, instant)))).toEqual(
          Array(2).fill(said(cell)),
        );
        // Off the half hours a cell begins where something else is said, and nowhere else.
        const before = cells[index - 1];
        const isOffGrid = (cell.from - startsAt) % 1_800_000 !== 0;
        if (isOffGrid && before !== undefined) expect(said(cell)).not.toEqual(said(before));
      });
    }
    const edges = week[0]?.cells.filter(({ allowed }, index, all) => allowed && all[index - 1]?.allowed !== true);
    expect(edges?.map(({ from }) => from)).toEqual([at('2026-05-11 09:00'), at('2026-05-11 13:17')]);
    expect(week[0]?.cells.find(({ to }) => to === at('2026-05-11 12:10') - 29_999)?.allowed).toBe(true);
  });

  it('[WIN-3] what ends at an odd minute, such as a hold of the number, ends a cell there', () => {
    const held = given({ numbers: [number('n', 'self_mobile', { holdUntil: at('2026-05-12 10:07') })] });
    const cells = weekOfCalling(held, shanghai, '2026-05-12')[0]?.cells ?? [];
    const around = cells.filter(({ from, to }) => to > at('2026-05-12 10:00') && from < at('2026-05-12 10:30'));
    expect(around.map(({ from, to, allowed }) => [from, to, allowed])).toEqual([
      [at('2026-05-12 10:00'), at('2026-05-12 10:07'), false],
      [at('2026-05-12 10:07'), at('2026-05-12 10:30'), true],
    ]);
    for (const cell of cells) expect(said(cell)).toEqual(said(standingAt(held, cell.to - 1)));
  });

  it('[WIN-3] a day has the hours its clock shows, and holidays and days worked in exchange are named', () => {
    const american = given({
      preset: us,
      calendar: calendars.US,
      numbers: [number('n', 'self_mobile', { zones: [newYork] })],
    });
    const hoursOf = (from: string) => weekOfCalling(american, newYork, from).map(({ hours }) => hours);
    expect(hoursOf('2026-03-05')).toEqual([24, 24, 24, 23, 24, 24, 24]);
    expect(hoursOf('2026-10-29')).toEqual([24, 24, 24, 25, 24, 24, 24]);
    const longest = weekOfCalling(american, newYork, '2026-11-01')[0];
    expect(longest?.cells.length).toBeGreaterThanOrEqual(50);
    const kinds = weekOfCalling(given(), shanghai, '2026-10-05').map(({ date, kind }) => [date, kind]);
    expect(kinds).toContainEqual(['2026-10-05', 'holiday']);
    expect(kinds).toContainEqual(['2026-10-10', 'makeup_workday']);
  });

  it('[WIN-3] what stands in the way is told by gate and reason, the campaign hours apart', () => {
    const asked = given({}, [office]);
    const cellAt = (text: string) =>
      weekOfCalling(asked, shanghai, text.slice(0, 10))[0]?.cells.find(
        ({ from, to }) => from <= at(text) && at(text) < to,
      );
    expect(cellAt('2026-05-12 07:00')).toMatchObject({ allowed: false, gate: 'window', reason: 'outside_window' });
    expect(cellAt('2026-05-12 08:30')).toMatchObject({ allowed: false, gate: 'schedule', reason: null });
    expect(cellAt('2026-05-12 09:30')).toMatchObject({ allowed: true, gate: null });
    expect(cellAt('2026-10-01 09:30')).toMatchObject({ allowed: false, gate: 'window', reason: 'holiday' });
    expect(decideDial(asked.facts, at('2026-05-12 09:30')).kind).toBe('ALLOW');
  });
});
