import { decidePacing } from '../src/domain/pacing/decide-pacing.ts';
import type { PacedAgent, PacedCall, PacingMoment } from '../src/domain/pacing/moment.ts';
import { PacingMemory } from '../src/domain/pacing/pacing-memory.ts';

/** What the judge shows of an agent and of a call; its words are not ours. */
interface SeenAgent {
  readonly id: number;
  readonly state: string;
  readonly since: number;
  readonly leaving: boolean;
}

interface SeenCall {
  readonly id: number;
  readonly state: string;
  readonly launchedAt: number;
  readonly since: number;
  readonly score?: number;
}

interface Seen {
  readonly agents: readonly SeenAgent[];
  readonly calls: ReadonlyMap<number, SeenCall>;
  readonly freeChannels: number;
  readonly cpsTokens: number;
  readonly totals: { readonly launched: number };
  readonly nextScore: (ahead: number) => number | undefined;
}

interface Config {
  readonly endMs: number;
  readonly waitMs: number;
  readonly targetAbandon: number;
  readonly amd: string;
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

const callStates: Readonly<Record<string, PacedCall['state']>> = {
  setup: 'placing',
  ringing: 'ringing',
  amd: 'detecting',
  waiting: 'waiting',
};
const agentStates: Readonly<Record<string, PacedAgent['state']>> = {
  idle: 'ready',
  talk: 'talking',
  wrap: 'wrapping_up',
};
const hourMs = 3_600_000;
const manyAgents = 60;
const lookApartMs = 100;
/** Scores read ahead for one decision. */
const mostScores = 40;

interface Stages {
  launchedAt: number;
  ringingAt: number | null;
  pickedUpAt: number | null;
  chance: number | null;
}

/** The production pacer under the judge's clock: translates, and decides nothing. */
export class JudgedPacer {
  readonly name: string;
  readonly target: number;
  readonly eventDriven = true;
  trace: ((now: number, moment: PacingMoment, decision: object, memory: PacingMemory) => void) | undefined;
  #memory = new PacingMemory();
  #config!: Config;
  readonly #stages = new Map<number, Stages>();
  readonly #agents = new Map<number, Changing<PacedAgent>>();
  readonly #calls = new Map<number, Changing<PacedCall>>();
  #live = 0;
  #abandoned = 0;
  readonly #lives: number[] = [];
  readonly #drops: number[] = [];
  #lookedAt = -Infinity;
  #livesFrom = 0;
  #dropsFrom = 0;
  #scores: { first: number; at: number; values: number[] } = { first: -1, at: 0, values: [] };
  readonly #wrapEndAt = new Map<number, number>();

  constructor(name: string, target: number) {
    this.name = name;
    this.target = target;
  }

  init(config: Config): void {
    this.#config = config;
  }

  onTick(now: number, seen: Seen): number {
    // On a large floor many events come at once; one look serves those of a tenth of a second.
    if (seen.agents.length > manyAgents && now - this.#lookedAt < lookApartMs) return 0;
    this.#lookedAt = now;
    const moment = this.#moment(now, seen);
    const decision = decidePacing(moment, this.#memory);
    this.trace?.(now, moment, decision, this.#memory);
    const { launch, figures } = decision;
    if (launch > 0)
      this.#memory.learn({
        kind: 'launched',
        at: now,
        count: launch,
        expectedAnswers: figures.expectedAnswers,
        expectedAbandoned: figures.expectedAbandoned,
        allowance: figures.allowance,
        steers: figures.steers,
        target: moment.abandon.target,
        agents: figures.working,
      });
    return launch;
  }

  onLaunched(now: number, call: SeenCall): void {
    this.#stages.set(call.id, { launchedAt: now, ringingAt: null, pickedUpAt: null, chance: call.score ?? null });
    this.#calls.set(call.id, {
      state: 'placing',
      launchedAt: now,
      since: now,
      ...(call.score === undefined ? {} : { chance: call.score }),
    });
  }

  onRinging(now: number, call: SeenCall): void {
    const stages = this.#stages.get(call.id);
    if (stages !== undefined) stages.ringingAt = now;
  }

  onAnswered(now: number, call: SeenCall): void {
    const stages = this.#stages.get(call.id);
    if (stages !== undefined) stages.pickedUpAt = now;
  }

  onLive(now: number, call: SeenCall): void {
    this.#ended(now, call, 'live');
  }

  onFailed(now: number, call: SeenCall): void {
    this.#ended(now, call, 'failed');
    this.#calls.delete(call.id);
  }

  onConnected(now: number, call: SeenCall, agent: SeenAgent): void {
    this.#calls.delete(call.id);
    this.#live++;
    this.#lives.push(now);
    this.#memory.learn({ kind: 'connected', at: now, agentId: String(agent.id) });
  }

  onAbandoned(now: number, call: SeenCall): void {
    this.#calls.delete(call.id);
    this.#live++;
    this.#abandoned++;
    this.#lives.push(now);
    this.#drops.push(now);
    this.#memory.learn({ kind: 'abandoned', at: now });
  }

  onTalkEnd(now: number, agent: SeenAgent, talkMs: number): void {
    this.#memory.learn({ kind: 'talk_ended', at: now, agentId: String(agent.id), talkMs });
  }

  onWrapEnd(now: number, agent: SeenAgent, wrapUpMs: number): void {
    this.#wrapEndAt.set(agent.id, now);
    this.#memory.learn({ kind: 'wrap_up_ended', at: now, agentId: String(agent.id), wrapUpMs });
  }

  onBreakStart(now: number, agent: SeenAgent): void {
    this.#left(now, agent);
  }

  onAgentLogout(now: number, agent: SeenAgent): void {
    this.#left(now, agent);
  }

  #left(now: number, agent: SeenAgent): void {
    const from = this.#wrapEndAt.get(agent.id) === now ? 'busy' : 'ready';
    this.#memory.learn({ kind: 'agent_left', at: now, from });
  }

  #ended(now: number, call: SeenCall, kind: 'live' | 'failed'): void {
    const stages = this.#stages.get(call.id);
    if (stages === undefined) return;
    this.#stages.delete(call.id);
    this.#memory.learn({ kind, at: now, ...stages });
  }

  #moment(now: number, seen: Seen): PacingMoment {
    const agents: PacedAgent[] = [];
    for (const agent of seen.agents) {
      const state = agentStates[agent.state];
      if (state === undefined) continue;
      let mine = this.#agents.get(agent.id);
      if (mine === undefined) this.#agents.set(agent.id, (mine = { state, since: agent.since, leaving: false }));
      mine.state = state;
      mine.since = agent.since;
      mine.leaving = agent.leaving;
      agents.push(mine);
    }
    const calls: PacedCall[] = [];
    for (const call of seen.calls.values()) {
      const mine = this.#calls.get(call.id);
      const state = callStates[call.state];
      if (mine === undefined || state === undefined) continue;
      mine.state = state;
      mine.since = call.since;
      calls.push(mine);
    }
    while ((this.#lives[this.#livesFrom] ?? Infinity) <= now - hourMs) this.#livesFrom++;
    while ((this.#drops[this.#dropsFrom] ?? Infinity) <= now - hourMs) this.#dropsFrom++;
    return {
      now,
      mode: 'predictive',
      callsPerAgent: 1,
      smallestGroup: 0,
      agents,
      calls,
      freeChannels: seen.freeChannels,
      cpsTokens: seen.cpsTokens,
      dueCases: Number.MAX_SAFE_INTEGER,
      nextChances: this.#nextChances(now, seen),
      abandon: {
        target: this.#config.targetAbandon,
        live: this.#live,
        abandoned: this.#abandoned,
        liveLastHour: this.#lives.length - this.#livesFrom,
        abandonedLastHour: this.#drops.length - this.#dropsFrom,
        dialingEndsAt: this.#config.endMs,
        machinesAmongLive: this.#config.amd !== 'perfect',
      },
      answerWithinMs: this.#config.waitMs,
    };
  }

  #nextChances(now: number, seen: Seen): readonly number[] | null {
    if (seen.nextScore(0) === undefined) return null;
    const first = seen.totals.launched;
    const known = this.#scores;
    if (known.first < 0 || now - known.at > 60_000 || first < known.first)
      this.#scores = { first, at: now, values: [] };
    const { values } = this.#scores;
    values.splice(0, first - this.#scores.first);
    this.#scores.first = first;
    while (values.length < mostScores) values.push(seen.nextScore(values.length) ?? 0);
    return values;
  }
}

const entry = (name: string, target: number): { name: string; target: number; make: () => JudgedPacer } => ({
  name,
  target,
  make: () => new JudgedPacer(name, target),
});

/** One for each target. */
export const judgedPacers = [entry('casedial-3', 0.03), entry('casedial-1', 0.01)];
