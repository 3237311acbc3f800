import type { Instant } from '../vocabulary.ts';
import type { AgentDay } from './call-plan.ts';

/** One call of a day, as it went. */
export interface LoggedCall {
  readonly launchedAt: Instant;
  readonly ringingAt: Instant | null;
  /** Null: nothing picked up. */
  readonly answeredAt: Instant | null;
  readonly connectedAt: Instant | null;
  readonly endedAt: Instant;
  readonly pickedUpBy: 'nobody' | 'person' | 'machine';
  readonly busy: boolean;
  /** Its number is one for which an agent has to be kept. */
  readonly keepsAgent?: boolean;
  /** Null: no agent wrapped it up. */
  readonly wrapUpMs: number | null;
}

/** For how long an agent was what. */
export interface LoggedAgentTime {
  readonly agentId: string;
  readonly state: 'ready' | 'reserved' | 'talking' | 'wrapping_up' | 'on_break' | 'signed_out';
  readonly from: Instant;
  readonly to: Instant;
}

export interface DayLog {
  readonly from: Instant;
  readonly to: Instant;
  readonly calls: readonly LoggedCall[];
  readonly agentTimes: readonly LoggedAgentTime[];
}

/** What the day was, by its own log. */
export interface MeasuredDay {
  readonly utilisation: number;
  readonly talkShare: number;
  readonly staffedMs: number;
  readonly talkMs: number;
  readonly persons: number;
  readonly abandoned: number;
  readonly abandonedShare: number;
  readonly launched: number;
}

const staffed: ReadonlySet<string> = new Set(['ready', 'reserved', 'talking', 'wrapping_up']);
/** Between two states of an agent at work; a longer gap is a break. */
const gapMs = 5_000;

export function measureDay({ from, to, calls, agentTimes }: DayLog): MeasuredDay {
  const timeIn = (states: ReadonlySet<string>): number =>
    agentTimes.reduce((sum, time) => {
      const inside = Math.max(0, Math.min(time.to, to) - Math.max(time.from, from));
      return states.has(time.state) ? sum + inside : sum;
    }, 0);
  const staffedMs = timeIn(staffed);
  const talkMs = timeIn(new Set(['talking']));
  const busyMs = talkMs + timeIn(new Set(['wrapping_up']));
  const persons = calls.filter((call) => call.pickedUpBy === 'person').length;
  const abandoned = calls.filter((call) => call.pickedUpBy === 'person' && call.connectedAt === null).length;
  return {
    utilisation: staffedMs === 0 ? 0 : busyMs / staffedMs,
    talkShare: staffedMs === 0 ? 0 : talkMs / staffedMs,
    staffedMs,
    talkMs,
    persons,
    abandoned,
    abandonedShare: persons === 0 ? 0 : abandoned / persons,
    launched: calls.length,
  };
}

/** Who was there when: breaks and absences are the gaps between an agent's staffed times. */
export function agentDaysOf({ from, to, agentTimes }: DayLog): readonly AgentDay[] {
  const byAgent = new Map<string, LoggedAgentTime[]>();
  for (const time of agentTimes) {
    if (!staffed.has(time.state) || time.to <= from || time.from >= to || time.to <= time.from) continue;
    byAgent.set(time.agentId, [...(byAgent.get(time.agentId) ?? []), time]);
  }
  return [...byAgent.values()].flatMap((times): AgentDay[] => {
    const sorted = times.toSorted((a, b) => a.from - b.from);
    const breaks: { from: Instant; to: Instant }[] = [];
    let until = sorted[0]?.from ?? from;
    for (const time of sorted) {
      if (time.from - until > gapMs) breaks.push({ from: until, to: time.from });
      until = Math.max(until, time.to);
    }
    const first = sorted[0];
    return first === undefined ? [] : [{ from: Math.max(from, first.from), to: Math.min(to, until), breaks }];
  });
}
