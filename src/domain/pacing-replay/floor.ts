import type { Instant } from '../vocabulary.ts';
import type { AgentDay, CallPlan, CallSource, FloorTerms } from './call-plan.ts';
import { EventQueue } from './event-queue.ts';
import { FloorTally, type FloorFigures } from './floor-figures.ts';
import { LiveView } from './live-view.ts';
import type { FloorAgent, FloorCall, PacingPolicy } from './pacing-policy.ts';

type Changing<T> = { -readonly [K in keyof T]: T[K] };

interface Agent {
  readonly view: Changing<FloorAgent>;
  readonly day: AgentDay;
  present: boolean;
  /** Becomes so once the call is over. */
  leaving: { readonly backAt: Instant | null } | null;
}

interface Call {
  readonly plan: CallPlan;
  /** Kept for it since the launch; null: whoever is ready when it is answered. */
  readonly keeps: Agent | null;
  readonly view: Changing<FloorCall>;
  ringingAt: Instant | null;
  pickedUpAt: Instant | null;
}

/** A day of a simulated floor: the same policy, calls and agents give the same figures. */
export function simulateFloor(terms: FloorTerms, source: CallSource, policy: PacingPolicy): FloorFigures {
  return new Floor(terms, source, policy).run();
}

class Floor {
  readonly #terms: FloorTerms;
  readonly #source: CallSource;
  readonly #policy: PacingPolicy;
  readonly #events = new EventQueue();
  readonly #tally: FloorTally;
  readonly #view: LiveView;
  /** Ready ones, longest first; the answered ones that wait, oldest first. */
  readonly #ready = new Set<Agent>();
  readonly #waiting = new Set<Call>();
  /** Calls that wait for an agent to be kept for them, the longest first. */
  readonly #toHold: { readonly plan: CallPlan; readonly since: Instant }[] = [];
  #now: Instant;
  #channels = 0;
  #tokens: number;
  #tokensAt: Instant;
  #changed = false;

  constructor(terms: FloorTerms, source: CallSource, policy: PacingPolicy) {
    this.#terms = terms;
    this.#source = source;
    this.#policy = policy;
    this.#now = terms.from;
    this.#tokensAt = terms.from;
    this.#tokens = Math.max(1, terms.callsPerSecond);
    this.#tally = new FloorTally(terms.from, terms.to);
    this.#view = new LiveView();
    terms.agents.forEach((day, index) => this.#enlist(day, String(index)));
    policy.start?.(terms);
  }

  run(): FloorFigures {
    const { to } = this.#terms;
    this.#events.add(this.#terms.from, () => this.#tick());
    while (this.#events.nextAt < to) {
      const event = this.#events.take();
      if (event === null) break;
      this.#now = event.at;
      event.run();
      // Everything of one instant happens before anybody decides.
      if (this.#policy.eventDriven && this.#changed && this.#events.nextAt > this.#now) this.#decide();
    }
    for (const agent of this.#view.agents) this.#tally.spent(agent.state, agent.since, to);
    return this.#tally.figures();
  }

  #enlist(day: AgentDay, agentId: string): void {
    const view = { agentId, state: 'ready' as const, since: day.from, leaving: false };
    const agent: Agent = { view, day, present: false, leaving: null };
    this.#events.add(day.from, () => this.#arrive(agent));
    for (const pause of day.breaks) this.#events.add(pause.from, () => this.#askToLeave(agent, pause.to));
    this.#events.add(day.to, () => this.#askToLeave(agent, null));
  }

  #arrive(agent: Agent): void {
    if (agent.present || this.#now >= agent.day.to) return;
    agent.present = true;
    agent.view.state = 'ready';
    agent.view.since = this.#now;
    this.#view.agentCame(agent.view);
    this.#becomeReady(agent);
  }

  #askToLeave(agent: Agent, backAt: Instant | null): void {
    if (!agent.present) return;
    if (agent.view.state === 'ready') return this.#leave(agent, backAt, 'ready');
    if (agent.leaving?.backAt !== null) agent.leaving = { backAt };
    agent.view.leaving = true;
  }

  #leave(agent: Agent, backAt: Instant | null, from: 'ready' | 'busy'): void {
    this.#tally.spent(agent.view.state, agent.view.since, this.#now);
    this.#ready.delete(agent);
    agent.present = false;
    agent.leaving = null;
    agent.view.leaving = false;
    this.#view.agentWent(agent.view);
    this.#changed = true;
    this.#policy.learn?.({ kind: 'agent_left', at: this.#now, from });
    if (backAt !== null) this.#events.add(Math.max(backAt, this.#now + 1_000), () => this.#arrive(agent));
  }

  #become(agent: Agent, state: FloorAgent['state']): void {
    this.#tally.spent(agent.view.state, agent.view.since, this.#now);
    this.#view.agentBecomes(agent.view, state, this.#now);
    this.#changed = true;
  }

  #becomeReady(agent: Agent): void {
    if (agent.leaving !== null) return this.#leave(agent, agent.leaving.backAt, 'busy');
    this.#changed = true;
    this.#ready.add(agent);
    const [call] = this.#waiting;
    if (call !== undefined) this.#connect(call, agent);
  }

  #tick(): void {
    this.#decide();
    this.#events.add(this.#now + this.#terms.tickMs, () => this.#tick());
  }

  #decide(): void {
    const { callsPerSecond, channels } = this.#terms;
    this.#changed = false;
    const filled = this.#tokens + ((this.#now - this.#tokensAt) * callsPerSecond) / 1_000;
    this.#tokens = Math.min(Math.max(1, callsPerSecond), filled);
    this.#tokensAt = this.#now;
    const room = Math.min(Math.floor(this.#tokens), channels - this.#channels, this.#source.due(this.#now));
    const chances = this.#source.chances(this.#now, mostChances);
    while (this.#now - (this.#toHold[0]?.since ?? this.#now) > hintMs) this.#toHold.shift();
    const moment = this.#view.moment(this.#now, {
      freeChannels: channels - this.#channels,
      cpsTokens: Math.floor(this.#tokens),
      dueCalls: this.#source.due(this.#now),
      chances,
      heldFirst: this.#now - (this.#toHold[0]?.since ?? this.#now) > passedOverMs,
    });
    const { launch, picks, mayHold } = this.#policy.decide(moment);
    // One agent fewer: what else may be launched is decided anew.
    if (mayHold === true && room > 0 && this.#launchHeld()) return this.#decide();
    const count = Math.max(0, Math.min(Math.floor(launch), room));
    if (count === 0) return;
    const places = Array.from({ length: count }, (_, index) => picks?.[index] ?? index);
    this.#launchThose(this.#source.take(this.#now, places), mayHold !== undefined);
  }

  /** Where calls wait for agents to be kept, others are taken in their place, within reason. */
  #launchThose(plans: readonly CallPlan[], holds: boolean): void {
    let tries = plans.length * triesPerCall;
    const waits = (plan: CallPlan | undefined): boolean => holds && plan?.keepsAgent === true;
    for (const first of plans) {
      let plan: CallPlan | undefined = first;
      for (; plan !== undefined && waits(plan) && tries > 0; tries--) {
        if (this.#toHold.length < mostToHold) this.#toHold.push({ plan, since: this.#now });
        [plan] = this.#source.take(this.#now, [0]);
      }
      if (plan === undefined || waits(plan)) continue;
      this.#tokens--;
      this.#launch(plan, null);
    }
  }

  /** The one that waits longest, with the agent who has been ready longest. */
  #launchHeld(): boolean {
    const [agent] = this.#ready;
    if (agent === undefined || this.#waiting.size > 0) return false;
    const next = this.#toHold.shift();
    if (next === undefined) return false;
    this.#ready.delete(agent);
    this.#become(agent, 'reserved');
    this.#tokens--;
    this.#launch(next.plan, agent);
    return true;
  }

  #launch(plan: CallPlan, keeps: Agent | null): void {
    const view = {
      state: 'placing' as const,
      launchedAt: this.#now,
      since: this.#now,
      ...(plan.chance === null ? {} : { chance: plan.chance }),
    };
    const call: Call = { plan, keeps, view, ringingAt: null, pickedUpAt: null };
    this.#channels++;
    // With an agent of its own it asks for nobody else's.
    if (keeps === null) this.#view.callCame(view);
    this.#tally.launched(this.#now);
    this.#after(plan.setupMs, () => {
      call.ringingAt = this.#now;
      this.#move(call, 'ringing');
      this.#after(plan.ringMs, () => this.#rangOut(call));
    });
  }

  #rangOut(call: Call): void {
    const { end, detectMs } = call.plan;
    if (end !== 'person' && end !== 'machine') return this.#fail(call);
    call.pickedUpAt = this.#now;
    if (detectMs <= 0) return this.#toldApart(call);
    this.#move(call, 'detecting');
    this.#after(detectMs, () => this.#toldApart(call));
  }

  #toldApart(call: Call): void {
    const { plan } = call;
    if (!plan.reachesAgent) {
      if (plan.end === 'person') this.#tally.mistakenForMachine();
      return this.#fail(call);
    }
    this.#view.answered(this.#now);
    this.#policy.learn?.({ kind: 'live', ...this.#stages(call) });
    this.#source.ended?.(plan, plan.end === 'person', this.#now);
    const [longestReady] = this.#ready;
    const agent = call.keeps ?? longestReady;
    if (agent !== undefined) return this.#connect(call, agent);
    this.#move(call, 'waiting');
    this.#waiting.add(call);
    this.#after(this.#terms.answerWithinMs, () => this.#giveUp(call));
  }

  #connect(call: Call, agent: Agent): void {
    const { plan } = call;
    this.#waiting.delete(call);
    this.#ready.delete(agent);
    this.#left(call);
    this.#tally.connected(this.#now, plan.end === 'person', this.#now - agent.view.since);
    this.#become(agent, 'talking');
    const { agentId } = agent.view;
    this.#policy.learn?.({ kind: 'connected', at: this.#now, agentId });
    this.#after(plan.talkMs, () => {
      this.#channels--;
      this.#become(agent, 'wrapping_up');
      this.#policy.learn?.({ kind: 'talk_ended', at: this.#now, agentId, talkMs: plan.talkMs });
      this.#after(plan.wrapUpMs, () => {
        this.#become(agent, 'ready');
        this.#policy.learn?.({ kind: 'wrap_up_ended', at: this.#now, agentId, wrapUpMs: plan.wrapUpMs });
        this.#becomeReady(agent);
      });
    });
  }

  #giveUp(call: Call): void {
    if (!this.#waiting.delete(call)) return;
    this.#channels--;
    this.#changed = true;
    this.#view.callWent(call.view);
    this.#view.abandoned(this.#now);
    this.#tally.abandoned(this.#now, call.plan.end === 'person');
    this.#policy.learn?.({ kind: 'abandoned', at: this.#now });
  }

  #fail(call: Call): void {
    this.#channels--;
    this.#changed = true;
    this.#left(call);
    this.#policy.learn?.({ kind: 'failed', ...this.#stages(call) });
    this.#source.ended?.(call.plan, false, this.#now);
    if (call.keeps === null) return;
    this.#become(call.keeps, 'ready');
    this.#becomeReady(call.keeps);
  }

  #left({ keeps, view }: Call): void {
    if (keeps === null) this.#view.callWent(view);
  }

  #move(call: Call, state: FloorCall['state']): void {
    if (call.keeps === null) this.#view.callBecomes(call.view, state, this.#now);
    this.#changed = true;
  }

  #stages(call: Call) {
    const { ringingAt, pickedUpAt, plan, view } = call;
    return { at: this.#now, launchedAt: view.launchedAt, ringingAt, pickedUpAt, chance: plan.chance };
  }

  #after(ms: number, run: () => void): void {
    this.#events.add(this.#now + ms, run);
  }
}

/** Answer probabilities shown at one decision. */
const mostChances = 24;
/** Of calls that wait for an agent, as the dialer has it (launch-round.ts). */
const passedOverMs = 5_000;
const hintMs = 30_000;
const triesPerCall = 5;
/** As many as the line that the dialer sees at a look. */
const mostToHold = 200;
