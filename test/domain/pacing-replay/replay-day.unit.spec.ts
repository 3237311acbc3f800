import { describe, expect, it } from 'vitest';
import {
  agentDaysOf,
  measureDay,
  type DayLog,
  type LoggedAgentTime,
  type LoggedCall,
} from '../../../src/domain/pacing-replay/day-log.ts';
import { fixedRatio } from '../../../src/domain/pacing-replay/fixed-ratio.ts';
import { LoggedCalls } from '../../../src/domain/pacing-replay/logged-calls.ts';
import type { FloorEvent } from '../../../src/domain/pacing-replay/pacing-policy.ts';
import { progressive } from '../../../src/domain/pacing-replay/progressive.ts';
import { replayDay } from '../../../src/domain/pacing-replay/replay-day.ts';
import { simulateFloor } from '../../../src/domain/pacing-replay/floor.ts';
import { calls, day, log, logged, plan, terms, time } from './given.ts';

const settings = { abandonTarget: 0.03, callsPerSecond: 10, channels: 100, answerWithinMs: 2_000 };
const hour = 3_600_000;

describe('the log of a day', () => {
  it('[RPL-4] each half hour meets its own calls, again from the first when they run out', () => {
    const source = new LoggedCalls(
      log({
        calls: [
          logged({ launchedAt: 100, ringingAt: 1_100, answeredAt: 4_100, connectedAt: 5_100, endedAt: 35_100 }),
          logged({
            launchedAt: 200,
            ringingAt: 200,
            answeredAt: null,
            connectedAt: null,
            endedAt: 25_200,
            pickedUpBy: 'nobody',
          }),
          logged({
            launchedAt: hour,
            answeredAt: null,
            connectedAt: null,
            endedAt: hour,
            pickedUpBy: 'nobody',
            busy: true,
            ringingAt: null,
          }),
        ],
      }),
    );
    const first = source.take(1_000_000, [0, 1, 2]);
    expect(first.map((one) => [one.end, one.setupMs, one.ringMs])).toEqual([
      ['person', 1_000, 3_000],
      ['no_answer', 0, 25_000],
      ['person', 1_000, 3_000],
    ]);
    expect(source.take(hour + 5, [0])[0]?.end).toBe('busy');
    expect(source.due(0)).toBeGreaterThan(1_000);
    expect(new LoggedCalls(log({})).due(0)).toBe(0);
  });

  it('[RPL-4] who was abandoned talks as long as somebody else did; a machine is found out after its time', () => {
    const [abandoned, machine] = new LoggedCalls(
      log({
        calls: [
          logged({ launchedAt: 1, connectedAt: null, endedAt: 13_000, wrapUpMs: null }),
          logged({ launchedAt: 2, connectedAt: null, endedAt: 14_500, pickedUpBy: 'machine', wrapUpMs: null }),
          logged({ launchedAt: 3 }),
        ],
      }),
    ).take(0, [0, 1]);
    expect(abandoned).toMatchObject({ end: 'person', reachesAgent: true, talkMs: 60_000, wrapUpMs: 15_000 });
    expect(machine).toMatchObject({ end: 'machine', reachesAgent: false, detectMs: 3_500 });
  });

  it('[RPL-5] gaps are breaks, and the day is measured over staffed time', () => {
    const agentTimes = [
      time('ready', 0, 600_000),
      time('talking', 600_000, 900_000),
      time('wrapping_up', 900_000, 1_000_000),
      time('on_break', 1_000_000, 1_900_000),
      time('ready', 1_900_000, 2_000_000),
      time('signed_out', 2_000_000, 2 * hour),
    ];
    const given = log({ agentTimes, calls: [logged(), logged({ connectedAt: null })] });
    expect(agentDaysOf(given)).toEqual([{ from: 0, to: 2_000_000, breaks: [{ from: 1_000_000, to: 1_900_000 }] }]);
    expect(measureDay(given)).toMatchObject({
      staffedMs: 1_100_000,
      talkMs: 300_000,
      utilisation: 400_000 / 1_100_000,
      persons: 2,
      abandoned: 1,
      abandonedShare: 0.5,
      launched: 2,
    });
    expect(measureDay(log({}))).toMatchObject({ utilisation: 0, abandonedShare: 0 });
  });

  it('[RPL-6] replayed as it was dialed, a day comes out as measured; dialed with more calls, agents talk more', () => {
    const past = dialedDay();
    const again = replayDay(past, settings, progressive());
    expect(Math.abs(again.foreseen.staffedMs - again.measured.staffedMs)).toBeLessThan(60_000);
    expect(Math.abs(again.foreseen.utilisation - again.measured.utilisation)).toBeLessThan(0.03);
    expect(again.foreseen.abandoned).toBe(0);
    expect(replayDay(past, settings, progressive())).toEqual(again);
    const bolder = replayDay(past, settings, fixedRatio(2.5));
    expect(bolder.foreseen.utilisation).toBeGreaterThan(again.measured.utilisation + 0.05);
    expect(bolder.foreseen.abandonedShare).toBeGreaterThan(0);
    expect(bolder.measured).toEqual(again.measured);
  });

  it.each([
    ['a machine that was found out', 'machine', null, false],
    ['a machine that an agent got', 'machine', 12_000, true],
    ['a person that an agent got', 'person', 12_000, false],
    ['a person that was abandoned', 'person', null, false],
  ] as const)('[RPL-6] the pacer is told whether machines reach agents: %s', (_, pickedUpBy, connectedAt, reached) => {
    const told: boolean[] = [];
    const past = log({ calls: [logged({ pickedUpBy, connectedAt })], agentTimes: [time('ready', 0, hour)] });
    replayDay(past, settings, { ...progressive(), start: (terms) => void told.push(terms.machinesAmongLive) });
    expect(told).toEqual([reached]);
  });
});

/** The log that a progressive day of four agents leaves. */
function dialedDay(): DayLog {
  const kinds = [
    plan({ talkMs: 90_000 }),
    plan({ end: 'no_answer', reachesAgent: false, ringMs: 25_000 }),
    plan({ end: 'busy', reachesAgent: false, ringMs: 500 }),
    plan({ talkMs: 40_000, ringMs: 6_000 }),
    plan({ end: 'no_answer', reachesAgent: false, ringMs: 28_000 }),
  ];
  const done: LoggedCall[] = [];
  const agentTimes: LoggedAgentTime[] = [];
  const readySince = new Map<string, number>();
  const open = new Map<string, { stages: FloorEvent & { kind: 'live' }; connectedAt: number; talkEndedAt: number }>();
  let live: (FloorEvent & { kind: 'live' }) | null = null;
  const to = 2 * hour;
  simulateFloor(terms({ to, agents: [0, 1, 2, 3].map(() => day({ to })) }), calls(...kinds), {
    ...progressive(),
    learn: (event) => {
      if (event.kind === 'live') live = event;
      if (event.kind === 'failed')
        done.push(logged({ ...event, answeredAt: null, connectedAt: null, endedAt: event.at, pickedUpBy: 'nobody' }));
      if (event.kind === 'connected' && live !== null) {
        open.set(event.agentId, { stages: live, connectedAt: event.at, talkEndedAt: 0 });
        agentTimes.push(time('ready', readySince.get(event.agentId) ?? 0, event.at, event.agentId));
      }
      const call = 'agentId' in event ? open.get(event.agentId) : undefined;
      if (event.kind === 'talk_ended' && call !== undefined) {
        call.talkEndedAt = event.at;
        agentTimes.push(time('talking', call.connectedAt, event.at, event.agentId));
      }
      if (event.kind === 'wrap_up_ended' && call !== undefined) {
        const { stages, connectedAt, talkEndedAt } = call;
        agentTimes.push(time('wrapping_up', talkEndedAt, event.at, event.agentId));
        readySince.set(event.agentId, event.at);
        done.push(
          logged({
            ...stages,
            answeredAt: stages.at,
            connectedAt,
            endedAt: talkEndedAt,
            wrapUpMs: event.at - talkEndedAt,
          }),
        );
      }
    },
  });
  return { from: 0, to, calls: done, agentTimes };
}
