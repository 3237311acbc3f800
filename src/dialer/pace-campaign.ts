import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { ReadAbandonment } from './abandon-account.ts';
import { decideAmong, giveWay } from './decide-among.ts';
import { decidePaceOf, hardLimited, type PacePlan, type PaceRuling } from './decide-pace.ts';
import type { LaunchAttempt } from './launch-attempt.ts';
import type { Wanted } from '../domain/pacing/choose-candidate.ts';
import { rivalsOf, type Wish } from '../domain/pacing/give-way.ts';
import { estimateAnswer } from './answer-estimates.ts';
import type { Background } from './background.ts';
import { makeCandidateBook, type NextCase } from './candidate-book.ts';
import type { LaunchRefusal } from './dialer.ts';
import { makeLaunchRound } from './launch-round.ts';
import { openMind, type PacingMind } from './pacing-mind.ts';
import type { AgentPool, CaseFacts } from './ports.ts';
import type { PacingHistory, PacingMemories, WishBoard } from './pacing-stores.ts';
import type { AnswerCount, BackPressure, Campaign, PaceBook, ReadyList } from './stores.ts';

export interface PaceCampaign {
  /** One look: how many calls, and they are launched. `again`: there is more to decide at once. */
  look(campaign: Campaign, fence: number): Promise<'paced' | 'again' | 'lease-lost'>;
  /** The lease goes: what was learned is stored for whoever comes next. */
  leave(campaignId: string, fence: number): Promise<void>;
}

/** Cases read ahead, at least; each is decided again before it is rung. */
const readAhead = 60;
const mostReadAhead = 500;
const refillEveryMs = 1_000;
/** A decision that stands is stored again after this: one that is older means that nobody paced. */
const renewEveryMs = 60_000;
/**
 * A call that lives is found at the carrier in this time. One that is not keeps its person, its line and its channel for as
 * long as it may still turn up, but no agent waits for it: a carrier that fails now and then would empty the floor.
 */
const unconfirmedCoversMs = 10_000;

/** Of the cases next in line so many are compared, and so many can be launched at one look. */
const choosesAmong = 24;
const mostPerLook = 200;

/** Null: nothing is known of any of them, and the campaign's own rate counts, doubt included. */
function chancesOf(line: readonly NextCase[], usual: number): readonly number[] | null {
  const first = line.slice(0, choosesAmong);
  if (first.every(({ chance }) => chance === null)) return null;
  return first.map(({ chance }) => chance ?? usual);
}

interface Remembered {
  filledAt: Instant;
  because: string;
  storedAt: Instant;
  /** When the last call was launched. */
  tookAt: Instant;
  mind: PacingMind | null;
}

/** Looks at campaigns whose lease is held here. Never runs twice at once for a campaign. */
export function makePaceCampaign(deps: {
  readonly abandonment: ReadAbandonment;
  readonly agents: Pick<AgentPool, 'roster'>;
  readonly cases: Pick<CaseFacts, 'dueCases' | 'factsFor' | 'deferCase'>;
  readonly background: Background;
  readonly book: PaceBook;
  readonly history: PacingHistory;
  readonly memories: PacingMemories;
  readonly ready: ReadyList;
  readonly wishes: WishBoard;
  readonly pressure: Pick<BackPressure, 'raised'>;
  readonly launch: LaunchAttempt;
  readonly onRefused: (because: LaunchRefusal) => void;
  readonly onDecided: (ruling: PaceRuling, ms: number) => void;
  readonly clock: Clock;
}): PaceCampaign {
  const { cases, book, ready, clock } = deps;
  const remembered = new Map<string, Remembered>();
  const candidates = makeCandidateBook({ cases, background: deps.background });
  const round = makeLaunchRound({ ready, cases, launch: deps.launch, onRefused: deps.onRefused, clock });

  const memoryOf = (campaignId: string): Remembered => {
    const known = remembered.get(campaignId);
    if (known !== undefined) return known;
    const fresh = { filledAt: 0, because: '', storedAt: 0, tookAt: 0, mind: null };
    remembered.set(campaignId, fresh);
    return fresh;
  };

  /** Of an older lease of this node it is out of date: somebody else may have paced meanwhile. */
  async function mindOf(campaignId: string, fence: number, memory: Remembered): Promise<PacingMind> {
    if (memory.mind?.fence !== fence) memory.mind = await openMind(deps, campaignId, fence, clock());
    return memory.mind;
  }

  async function dueCount(campaignId: string, working: number, wanted: number, memory: Remembered): Promise<number> {
    const size = await ready.size(campaignId);
    const now = clock();
    if (size >= wanted || now - memory.filledAt < refillEveryMs) return size;
    memory.filledAt = now;
    const due = await cases.dueCases(campaignId, now, Math.min(mostReadAhead, Math.max(readAhead, 2 * working)));
    await ready.fill(campaignId, due);
    return due.length;
  }

  /** The share of the hard limit is counted over its own hours; the reading is shared where they are the rules' days. */
  async function overHardHours({ campaignId, hardAbandon }: Campaign): Promise<AnswerCount> {
    if (hardAbandon === null) return { live: 0, abandoned: 0 };
    return (await deps.abandonment({ campaignId, abandonDays: hardAbandon.overHours / 24 })).window;
  }

  /** The line in the order that fits the moment, with what is known of who answers. */
  async function lineOf(
    campaignId: string,
    mind: PacingMind,
    wanted: Wanted & { readonly answerRate: number },
    now: Instant,
  ): Promise<readonly NextCase[]> {
    const line = await ready.peek(campaignId, mostPerLook);
    const given = { model: mind.answers, usual: wanted.answerRate, now };
    const first = candidates.order(campaignId, line.slice(0, choosesAmong), wanted, given);
    return [...first, ...line.slice(choosesAmong).map((caseId) => ({ caseId, chance: null }))];
  }

  async function decide(
    campaign: Campaign,
    mind: PacingMind,
    memory: Remembered,
  ): Promise<{
    readonly plan: PacePlan | PaceRuling;
    readonly line: readonly string[];
    readonly wish: Omit<Wish, 'at'> | null;
  }> {
    const { campaignId, trunk } = campaign;
    const roster = await deps.agents.roster(campaignId);
    const now = clock();
    const seen = [campaignId, ...roster.shared.map((other) => other.campaignId)];
    const [sight, resting, abandon, wishes] = await Promise.all([
      book.sight(seen, trunk.trunkId, now - unconfirmedCoversMs),
      deps.pressure.raised(campaign.reached),
      deps.abandonment(campaign),
      deps.wishes.read(),
      mind.catchUp(now),
    ]);
    const working = roster.seats.length;
    const free = roster.seats.filter((seat) => seat.state === 'ready').length;
    const wanted = campaign.mode === 'predictive' ? working : Math.ceil(free * campaign.ratio);
    const limited = hardLimited(campaign, await overHardHours(campaign));
    if (limited !== null) {
      deps.onDecided(limited, 0);
      return { plan: limited, line: [], wish: null };
    }
    // Whoever shares agents or caller ids with this campaign must know whether it has cases, also while all are busy.
    const dueCases = await dueCount(campaignId, working, working === 0 ? 0 : Math.max(1, wanted), memory);
    const ground = {
      now,
      roster,
      sight,
      freeChannels: resting.size === campaign.reached.length ? 0 : trunk.channels - sight.liveOnTrunk,
      // One second's worth may wait in the trunk's queue, which keeps the rate itself.
      cpsTokens: Math.max(1, trunk.cps) - sight.waitingOnTrunk,
      // Cases that wait for an agent of their own are no longer in the list.
      dueCases: dueCases + round.waiting(campaignId),
      nextChances: null,
      heldFirst: round.waitsTooLong(campaignId),
      abandon,
    };
    const begunAt = performance.now();
    const rivals = rivalsOf(campaignId, wishes, now);
    const given = giveWay(campaign, ground, rivals, memory.tookAt);
    const before = decidePaceOf(campaign, { ...given.ground, dueCases: 0 }, mind.memory);
    const decidedMs = performance.now() - begunAt;
    const line = await lineOf(campaignId, mind, before.forecast, now);
    const begunAgainAt = performance.now();
    const nextChances = chancesOf(line, before.forecast.answerRate);
    const alone = { ...ground, nextChances };
    const beside = { ...given, ground: { ...given.ground, nextChances } };
    const { plan, wish } = decideAmong(campaign, alone, beside, rivals, mind.memory);
    deps.onDecided(plan, decidedMs + performance.now() - begunAgainAt);
    return { plan, line: line.map(({ caseId }) => caseId), wish };
  }

  return {
    async look(campaign, fence) {
      const { campaignId } = campaign;
      const memory = memoryOf(campaignId);
      const mind = await mindOf(campaignId, fence, memory);
      const { plan, line, wish } = await decide(campaign, mind, memory);
      const now = clock();
      const { mode, launch, because, figures } = plan;
      const reason = `${mode} ${because}`;
      if (launch > 0 || reason !== memory.because || now - memory.storedAt >= renewEveryMs) {
        memory.because = reason;
        memory.storedAt = now;
        await book.record({ campaignId, at: now, mode, launch, because, figures });
      }
      if (!('forecast' in plan) || wish === null) {
        await deps.wishes.forget(campaignId);
        return 'paced';
      }
      const launched = await round.run(campaignId, fence, plan, line, (subject, numberId, at) =>
        estimateAnswer(mind.answers, subject, numberId, at),
      );
      if (launched.parts.length > 0) memory.tookAt = clock();
      await deps.wishes.say({ ...wish, tookAt: memory.tookAt, at: clock() });
      for (const part of launched.parts) mind.launched({ kind: 'launched', at: now, ...part });
      await mind.save(clock());
      return launched.kind;
    },
    async leave(campaignId, fence) {
      const { mind } = memoryOf(campaignId);
      remembered.delete(campaignId);
      round.forget(campaignId);
      candidates.forget(campaignId);
      await deps.wishes.forget(campaignId);
      if (mind?.fence === fence) await mind.save(clock(), true);
    },
  };
}
