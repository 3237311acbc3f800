import { decideCase } from '../domain/dial-decision.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import { newId, newToken } from '../platform/ids.ts';
import { hashToken } from '../platform/token-hash.ts';
import { recordDecision } from './decision-record.ts';
import type { DialerTimings, LaunchReply } from './dialer.ts';
import type { Carrier, CaseFacts } from './ports.ts';
import type { AttemptBook, CallerIdForCall, CampaignBook, LaunchQueue, Trunk } from './stores.ts';

export type LaunchAttempt = (caseId: string, campaignId: string, fence: number | null) => Promise<LaunchReply>;

/** A launched case is looked at again after this at the latest, whatever dies meanwhile; its ending sets the real instant. */
const lookAgainMs = 300_000;
/** Somebody else has the person or the line: short, since calls are. */
const liveCallRetryMs = 30_000;

export const carries = (carrier: Pick<Carrier, 'kind'>, trunk: Trunk): boolean =>
  trunk.enabled && (trunk.ownAccount || trunk.kind === carrier.kind);

/** Always the same one for a line, so that whoever calls back or looks knows the number; the next one once it is spent. */
export function callerIdFor(callerIds: readonly CallerIdForCall[], lineId: string): string | null {
  if (callerIds.length === 0) return null;
  const place = Number.parseInt(hashToken(lineId).slice(0, 8), 16) % callerIds.length;
  const inTurn = [...callerIds.slice(place), ...callerIds.slice(0, place)];
  return inTurn.find(({ spent }) => !spent)?.callerIdId ?? null;
}

/** Decides with fresh facts, writes the intent, asks the trunk's queue. Nothing rings here. */
export function makeLaunchAttempt(deps: {
  readonly attempts: Pick<AttemptBook, 'intend'>;
  readonly campaigns: Pick<CampaignBook, 'find' | 'callerIds'>;
  readonly cases: Pick<CaseFacts, 'factsFor' | 'deferCase'>;
  readonly carrier: Pick<Carrier, 'kind'>;
  readonly queue: Pick<LaunchQueue, 'ask'>;
  readonly clock: Clock;
  readonly timings: Pick<DialerTimings, 'launchPatienceMs'>;
}): LaunchAttempt {
  const { attempts, campaigns, cases, carrier, queue, clock, timings } = deps;
  const defer = (caseId: string, now: Instant, dueAt: Instant | null, reason: string | null): Promise<void> =>
    reason === 'live_call'
      ? cases.deferCase(caseId, Math.max(dueAt ?? 0, now + liveCallRetryMs), 'live_call')
      : cases.deferCase(caseId, dueAt, reason ?? 'no_number');

  return async (caseId, campaignId, fence) => {
    const now = clock();
    const campaign = await campaigns.find(campaignId);
    if (campaign?.status !== 'running') return { kind: 'refused', because: 'campaign_not_running' };
    const { trunk } = campaign;
    if (!carries(carrier, trunk) || trunk.quiet) return { kind: 'refused', because: 'trunk_unavailable' };
    const subject = await cases.factsFor(caseId, now);
    if (subject === null) return { kind: 'refused', because: 'unknown_case' };
    const { preset } = subject.facts;
    if (!preset.realCarrierAllowed && trunk.kind !== 'sim') {
      return { kind: 'refused', because: 'fiction_on_real_carrier' };
    }
    const decided = decideCase(subject.facts, now);
    const numberId = decided.next;
    const chosen = decided.numbers.find((number) => number.numberId === numberId)?.decision;
    const line = subject.lines.find((candidate) => candidate.numberId === numberId);
    if (numberId === null || chosen?.kind !== 'ALLOW' || line === undefined) {
      await defer(caseId, now, decided.dueAt, decided.dueReason);
      return {
        kind: 'refused',
        because: 'not_now',
        ...(decided.dueReason === null ? {} : { reason: decided.dueReason }),
      };
    }
    const callerIdId = callerIdFor(await campaigns.callerIds(trunk.trunkId, campaignId, now), line.lineId);
    if (callerIdId === null) return { kind: 'refused', because: 'no_caller_id' };

    const attemptId = newId();
    const reply = await attempts.intend({
      attemptId,
      caseId,
      debtorId: subject.debtorId,
      numberId,
      lineId: line.lineId,
      campaignId,
      trunkId: trunk.trunkId,
      callerIdId,
      mode: campaign.mode,
      roundNumber: decided.round.number,
      intendedAt: now,
      dialByAt: Math.min(chosen.dialBy, now + timings.launchPatienceMs),
      // Nobody knows this one; the real token is drawn when the call is placed and never stored.
      tokenHash: hashToken(newToken()),
      ...recordDecision(subject, chosen, now),
      fence,
    });
    if (reply === 'live_call') await defer(caseId, now, null, 'live_call');
    if (reply !== 'intended') return { kind: 'refused', because: reply };
    // Before the job exists: a call that ends at once sets the real due instant after this one.
    await cases.deferCase(caseId, now + lookAgainMs, 'live_call');
    await queue.ask(attemptId, trunk.trunkId);
    return { kind: 'launched', attemptId };
  };
}
