import { decideCase } from '../domain/dial-decision.ts';
import type { DialDecision } from '../domain/dial-facts.ts';
import { takesNumber } from '../domain/trunk-choice.ts';
import type { DialMode, Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import { newId, newToken } from '../platform/ids.ts';
import { hashToken } from '../platform/token-hash.ts';
import { callerIdFor, makeReadWays } from './choose-way.ts';
import { recordDecision } from './decision-record.ts';
import type { DialerTimings, LaunchReply } from './dialer.ts';
import type { AnswerSaid } from './answer-estimates.ts';
import { readTogether } from './read-together.ts';
import type { AgentPool, Carrier, CaseFacts, CaseForDialing } from './ports.ts';
import type {
  AttemptBook,
  BackPressure,
  CampaignAhead,
  CampaignBook,
  IntendReply,
  LaunchQueue,
  NewAttempt,
} from './stores.ts';

export interface LaunchManner {
  /** How the campaign is dialed at this moment. */
  readonly mode: DialMode;
  /**
   * `must-not-need`: a call for which an agent has to be kept is refused; `keep`: one is kept for it, or it is refused;
   * `kept`: whoever asks has done so.
   */
  readonly agent: 'any' | 'must-not-need' | 'keep' | 'kept';
  /** Under which an agent is kept already. */
  readonly attemptId?: string;
  /** This line or none: somebody was promised a call on it. */
  readonly lineId?: string;
  /** An agent wants this very number called, and takes the answer himself. Left out: the number whose turn it is. */
  readonly byHand?: { readonly agentId: string; readonly numberId: string };
  /** Campaigns that come first, and for how many of a caller id's calls of the day. */
  readonly ahead?: readonly CampaignAhead[];
  /** How likely the number is to answer, of what was learned so far. */
  readonly estimate?: (subject: CaseForDialing, numberId: string, now: Instant) => AnswerSaid | null;
}

export type LaunchAttempt = (
  caseId: string,
  campaignId: string,
  /** Of the pacing lease; null: asked for by a person. */
  fence: number | null,
  /** Left out: as the campaign is set. */
  manner?: LaunchManner,
) => Promise<LaunchReply>;

/** A launched case is looked at again after this at the latest, whatever dies meanwhile; its ending sets the real instant. */
const lookAgainMs = 300_000;
/** Somebody else has the person or the line: short, since calls are. */
const liveCallRetryMs = 30_000;
/** A number that no trunk takes is tried again after this. */
const noTrunkRetryMs = 3_600_000;

/** The facts as they stand for a call that is dialed in this mode, whatever the campaign's own is. */
export const asDialed = (subject: CaseForDialing, mode: DialMode): CaseForDialing => ({
  ...subject,
  facts: { ...subject.facts, mode },
});

const notByHand = (decision: DialDecision | undefined): LaunchReply =>
  decision === undefined
    ? { kind: 'refused', because: 'unknown_number' }
    : { kind: 'refused', because: 'not_now', ...(decision.kind === 'ALLOW' ? {} : { reason: decision.reason }) };

/** Decides with fresh facts, writes the intent, asks the trunk's queue. Nothing rings here. */
export function makeLaunchAttempt(deps: {
  readonly attempts: Pick<AttemptBook, 'intend'>;
  readonly campaigns: Pick<CampaignBook, 'find' | 'callerIds' | 'ways'>;
  readonly cases: Pick<CaseFacts, 'factsFor' | 'deferCase'>;
  readonly agents: Pick<AgentPool, 'hold' | 'release'>;
  readonly carrier: Pick<Carrier, 'kind'>;
  readonly pressure: Pick<BackPressure, 'raised'>;
  readonly queue: Pick<LaunchQueue, 'ask'>;
  readonly clock: Clock;
  readonly timings: Pick<DialerTimings, 'launchPatienceMs'>;
}): LaunchAttempt {
  const { attempts, campaigns, cases, queue, clock, timings } = deps;
  // Shared by launches of the same moment: whether it still runs, and has room, is asked once more where the intent is written.
  const readCampaign = readTogether((campaignId) => campaigns.find(campaignId));
  const readWays = readTogether(makeReadWays(deps));
  const defer = (caseId: string, now: Instant, dueAt: Instant | null, reason: string | null): Promise<void> =>
    reason === 'live_call'
      ? cases.deferCase(caseId, Math.max(dueAt ?? 0, now + liveCallRetryMs), 'live_call')
      : cases.deferCase(caseId, dueAt, reason ?? 'no_number');

  return async (caseId, campaignId, fence, manner) => {
    const now = clock();
    const [campaign, ways, found] = await Promise.all([
      readCampaign(campaignId),
      readWays(campaignId),
      cases.factsFor(caseId, now),
    ]);
    if (campaign?.status !== 'running') return { kind: 'refused', because: 'campaign_not_running' };
    const { all } = ways;
    if (!all.some((trunk) => trunk.usable)) return { kind: 'refused', because: 'trunk_unavailable' };
    if (found === null) return { kind: 'refused', because: 'unknown_case' };
    const byHand = manner?.byHand;
    const subject = byHand === undefined ? found : asDialed(found, manner?.mode ?? campaign.mode);
    const { preset } = subject.facts;
    if (!all.some(({ trunkId }) => ways.isOpen(trunkId, preset)))
      return { kind: 'refused', because: 'fiction_on_real_carrier' };
    const decided = decideCase(subject.facts, now);
    const promised = manner?.lineId;
    const promisedNumber = subject.lines.find((candidate) => candidate.lineId === promised)?.numberId ?? null;
    const numberId = byHand?.numberId ?? (promised === undefined ? decided.next : promisedNumber);
    const chosen = decided.numbers.find((number) => number.numberId === numberId)?.decision;
    const line = subject.lines.find((candidate) => candidate.numberId === numberId);
    if (promised !== undefined && chosen !== undefined && chosen.kind !== 'ALLOW') {
      return { kind: 'refused', because: 'not_now', reason: chosen.reason };
    }
    if (numberId === null || chosen?.kind !== 'ALLOW' || line === undefined) {
      // What one number is refused for says nothing of when the case is due.
      if (byHand !== undefined) return notByHand(chosen);
      if (promised === undefined) await defer(caseId, now, decided.dueAt, decided.dueReason);
      return {
        kind: 'refused',
        because: 'not_now',
        ...(decided.dueReason === null ? {} : { reason: decided.dueReason }),
      };
    }
    const order = ways.inTurn(line, now, preset);
    if (order.length === 0) {
      const full = all.some((trunk) => trunk.usable && takesNumber(trunk, line.e164));
      if (full) return { kind: 'refused', because: 'no_channel' };
      // No trunk takes this number: other cases go on, this one is tried again when trunks may have changed.
      await cases.deferCase(caseId, now + noTrunkRetryMs, 'no_trunk');
      return { kind: 'refused', because: 'no_trunk' };
    }

    if (manner?.agent === 'must-not-need' && chosen.agentReserved) return { kind: 'refused', because: 'agent_to_hold' };
    const said = manner?.estimate?.(subject, numberId, now) ?? null;
    const attemptId = manner?.attemptId ?? newId();
    const keeps = manner?.agent === 'keep';
    const kept = {
      attemptId,
      caseId,
      campaignId,
      lineId: line.lineId,
      ...(byHand === undefined ? {} : { agentId: byHand.agentId }),
    };
    // Before anything is on record: an agent who is not there is no reason for an intent.
    if (keeps && (await deps.agents.hold(kept)) === null) return { kind: 'refused', because: 'no_agent_to_hold' };
    const intent = (trunkId: string, callerIdId: string): NewAttempt => ({
      attemptId,
      caseId,
      debtorId: subject.debtorId,
      numberId,
      lineId: line.lineId,
      campaignId,
      trunkId,
      callerIdId,
      mode: manner?.mode ?? campaign.mode,
      said,
      roundNumber: decided.round.number,
      intendedAt: now,
      dialByAt: Math.min(chosen.dialBy, now + timings.launchPatienceMs),
      // Nobody knows this one; the real token is drawn when the call is placed and never stored.
      tokenHash: hashToken(newToken()),
      ...recordDecision(subject, chosen, now),
      fence,
      ahead: manner?.ahead ?? [],
    });
    let reply: IntendReply = 'no_caller_id';
    let over = '';
    try {
      // A trunk that filled up, or whose caller ids are spent, is passed over: nothing was asked of anybody yet.
      for (const trunkId of order) {
        over = trunkId;
        const callerIdId = callerIdFor(await campaigns.callerIds(trunkId, campaignId, now, manner?.ahead), line.lineId);
        reply = callerIdId === null ? 'no_caller_id' : await attempts.intend(intent(trunkId, callerIdId));
        if (reply !== 'no_caller_id' && reply !== 'no_channel') break;
      }
    } finally {
      if (keeps && reply !== 'intended') await deps.agents.release(attemptId);
    }
    if (reply === 'live_call') await defer(caseId, now, null, 'live_call');
    if (reply !== 'intended') return { kind: 'refused', because: reply };
    // Before the job exists: a call that ends at once sets the real due instant after this one.
    await cases.deferCase(caseId, now + lookAgainMs, 'live_call');
    await queue.ask(attemptId, over);
    return { kind: 'launched', attemptId };
  };
}
