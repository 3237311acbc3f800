import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { PacePlan } from './decide-pace.ts';
import type { LaunchRefusal, LaunchReply } from './dialer.ts';
import { inLanes } from './in-lanes.ts';
import type { LaunchAttempt, LaunchManner } from './launch-attempt.ts';
import type { PacingEvent } from '../domain/pacing/events.ts';
import type { CaseFacts } from './ports.ts';
import type { ReadyList } from './stores.ts';

type Estimate = NonNullable<LaunchManner['estimate']>;
type Learned = Omit<Extract<PacingEvent, { kind: 'launched' }>, 'kind' | 'at'>;

export interface LaunchRound {
  run(
    campaignId: string,
    fence: number,
    plan: PacePlan,
    /** The line in the order in which it is to be rung. */
    line: readonly string[],
    estimate: Estimate,
  ): Promise<{ readonly kind: 'paced' | 'again' | 'lease-lost'; readonly parts: readonly Learned[] }>;
  /** Cases that are due and wait for a call with an agent kept for them. */
  waiting(campaignId: string): number;
  waitsTooLong(campaignId: string): boolean;
  forget(campaignId: string): void;
}

/** Hints that turn out not to be dialable are passed over, within reason. */
const triesPerCall = 5;
/** A case that must have an agent kept for its call lets others pass for so long. */
const passedOverMs = 5_000;
/** After that it is looked up again like any other. */
const hintMs = 30_000;

/** Where nobody who is free speaks its language, a case lets others come to the head of the line for so long. */
const nobodySpeaksMs = 5_000;

/** Half of a node's connections to the database, at most: an answered call must not queue behind a burst of launches. */
const launchesAtOnce = 5;

const stops = new Set<LaunchRefusal>(['no_channel', 'trunk_unavailable', 'no_caller_id', 'campaign_not_running']);

/**
 * Carries a plan out. In modes that ring more people than there are agents, some calls may only be placed with an agent kept
 * for them (5.5): they take their turn as soon as keeping one puts no answer at risk, or, after a while, before all others.
 * Where agents differ in what they speak every call is placed so, and the next case is tried where nobody can be kept.
 */
export function makeLaunchRound(deps: {
  readonly ready: Pick<ReadyList, 'take'>;
  readonly launch: LaunchAttempt;
  readonly cases: Pick<CaseFacts, 'deferCase'>;
  readonly onRefused: (because: LaunchRefusal) => void;
  readonly clock: Clock;
}): LaunchRound {
  const { ready, launch, clock } = deps;
  const waiting = new Map<string, Map<string, Instant>>();

  function waitingOf(campaignId: string): Map<string, Instant> {
    const now = clock();
    const known = waiting.get(campaignId) ?? new Map<string, Instant>();
    waiting.set(campaignId, known);
    for (const [caseId, since] of known) if (now - since > hintMs) known.delete(caseId);
    return known;
  }

  const noted = (reply: LaunchReply): LaunchReply => {
    if (reply.kind === 'refused') deps.onRefused(reply.because);
    return reply;
  };

  async function launchUpTo(
    campaignId: string,
    fence: number,
    plan: PacePlan,
    line: readonly string[],
    estimate: Estimate,
  ) {
    const overbooks = plan.mode === 'predictive' || plan.mode === 'ratio';
    const agent = plan.keepsEach ? 'keep' : overbooks ? 'must-not-need' : 'any';
    const manner = { mode: plan.mode, agent, estimate, ahead: plan.ahead } as const;
    const held = waitingOf(campaignId);
    const most = Math.min(line.length, plan.launch * triesPerCall);
    let left = plan.launch;
    for (let at = 0; left > 0 && at < most;) {
      const wanted = line.slice(at, Math.min(most, at + left));
      at += wanted.length;
      // Whatever left the line meanwhile is somebody else's.
      const caseIds = await ready.take(campaignId, wanted);
      const replies = await inLanes(caseIds, launchesAtOnce, async (caseId) => {
        const reply = noted(await launch(caseId, campaignId, fence, manner));
        if (reply.kind === 'refused' && reply.because === 'agent_to_hold' && !held.has(caseId))
          held.set(caseId, clock());
        if (plan.keepsEach && reply.kind === 'refused' && reply.because === 'no_agent_to_hold')
          await deps.cases.deferCase(caseId, clock() + nobodySpeaksMs, 'no_agent_for_language');
        return reply;
      });
      left -= replies.filter((reply) => reply.kind === 'launched').length;
      const refusals = replies.flatMap((reply) => (reply.kind === 'refused' ? [reply.because] : []));
      if (refusals.includes('lease_lost')) return { lost: true, launched: plan.launch - left };
      if (refusals.some((because) => stops.has(because))) break;
    }
    return { lost: false, launched: plan.launch - left };
  }

  /** The case that waits longest, with an agent kept for it. Others after it are for the next look, which sees the agent gone. */
  async function launchHeld(
    campaignId: string,
    fence: number,
    plan: PacePlan,
    estimate: Estimate,
  ): Promise<LaunchReply | null> {
    const held = waitingOf(campaignId);
    if (!plan.mayHold) return null;
    const [first] = held;
    if (first === undefined) return null;
    const [caseId, since] = first;
    held.delete(caseId);
    const reply = noted(
      await launch(caseId, campaignId, fence, { mode: plan.mode, agent: 'keep', estimate, ahead: plan.ahead }),
    );
    // Somebody was faster with the agent: it keeps its place.
    if (reply.kind === 'refused' && reply.because === 'no_agent_to_hold') held.set(caseId, since);
    return reply;
  }

  return {
    async run(campaignId, fence, plan, line, estimate) {
      const { forecast } = plan;
      const common = {
        allowance: forecast.allowance,
        steers: forecast.steers,
        target: forecast.target,
        agents: forecast.working,
      };
      const parts: Learned[] = [];
      const heldReply = await launchHeld(campaignId, fence, plan, estimate);
      if (heldReply?.kind === 'refused' && heldReply.because === 'lease_lost') return { kind: 'lease-lost', parts };
      if (heldReply?.kind === 'launched') {
        parts.push({
          count: 1,
          expectedAnswers: forecast.answerRate,
          expectedAbandoned: forecast.heldRisk,
          ...common,
        });
        // One agent fewer: what else may be launched is decided anew.
        return { kind: 'again', parts };
      }
      const { lost, launched } = await launchUpTo(campaignId, fence, plan, line, estimate);
      if (launched > 0) {
        const share = launched / plan.launch;
        parts.push({
          count: launched,
          expectedAnswers: forecast.expectedAnswers * share,
          expectedAbandoned: forecast.expectedAbandoned * share,
          ...common,
        });
      }
      if (lost) return { kind: 'lease-lost', parts };
      return { kind: plan.mayHold && waitingOf(campaignId).size > 0 ? 'again' : 'paced', parts };
    },
    waiting: (campaignId) => waitingOf(campaignId).size,
    waitsTooLong(campaignId) {
      const now = clock();
      return [...waitingOf(campaignId).values()].some((since) => now - since > passedOverMs);
    },
    forget: (campaignId) => void waiting.delete(campaignId),
  };
}
