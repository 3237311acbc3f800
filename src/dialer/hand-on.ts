import { applyAttemptEvent } from '../domain/attempt.ts';
import type { CarrierOutcome } from '../domain/carrier-outcome.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/log.ts';
import { callerIdFor, makeReadWays } from './choose-way.ts';
import type { Carrier, CaseFacts } from './ports.ts';
import type { AttemptBook, BackPressure, CampaignBook, LaunchQueue, LaunchSheet } from './stores.ts';

/** `refusal`: what its trunk said to the ask; null: it was not asked. False: nowhere else to go. */
export type HandOn = (
  sheet: LaunchSheet,
  refusal: (CarrierOutcome & { readonly code: number }) | null,
) => Promise<boolean>;

/**
 * TRK-15: a call that one trunk refused goes over the next one that may take it, within the same attempt: person, line and
 * counts stay taken once. A trunk that refused it is not asked again, and one that kept silent is never followed by another.
 */
export function makeHandOn(deps: {
  readonly attempts: Pick<AttemptBook, 'find' | 'handOn' | 'refusedBy'>;
  readonly campaigns: Pick<CampaignBook, 'ways' | 'callerIds'>;
  readonly cases: Pick<CaseFacts, 'factsFor'>;
  readonly carrier: Pick<Carrier, 'kind'>;
  readonly pressure: Pick<BackPressure, 'raised'>;
  readonly queue: Pick<LaunchQueue, 'ask'>;
  readonly clock: Clock;
  readonly log: Logger;
}): HandOn {
  const { attempts, campaigns, clock, log } = deps;
  const readWays = makeReadWays(deps);

  return async (sheet, refusal) => {
    const { attemptId, campaignId, caseId, numberId, trunkId: from, dialByAt } = sheet.attempt;
    const now = clock();
    if (campaignId === null || now > dialByAt) return false;
    const attempt = await attempts.find(attemptId);
    // Somebody else moved it meanwhile, or wants it ended: whatever was said of it stands.
    if (attempt === null || attempt.trunkId !== from || attempt.record.hangUpAsked !== null) return false;
    if (attempt.record.state !== (refusal === null ? 'intended' : 'placing')) return false;
    const subject = await deps.cases.factsFor(caseId, now);
    const line = subject?.lines.find((each) => each.numberId === numberId);
    if (subject === null || line === undefined) return false;
    const step = applyAttemptEvent(attempt.record, { type: 'handedOn', at: now, ask: attempt.record.asks });
    const record = refusal === null || step.kind === 'ignored' ? attempt.record : step.to;
    const [ways, refused] = await Promise.all([readWays(campaignId), attempts.refusedBy(attemptId)]);
    const tried = new Set([from, ...refused]);
    const said = refusal === null ? null : { code: refusal.code, fault: refusal.fault, reason: refusal.reason };
    for (const trunkId of ways.inTurn(line, now, subject.facts.preset)) {
      if (tried.has(trunkId)) continue;
      const callerIdId = callerIdFor(await campaigns.callerIds(trunkId, campaignId, now), line.lineId);
      if (callerIdId === null) continue;
      const reply = await attempts.handOn(attempt, record, { trunkId, callerIdId }, said, now);
      if (reply === 'no_channel' || reply === 'no_caller_id') continue;
      if (reply !== 'handed_on') return false;
      log.info(
        { attemptId, from, to: trunkId, reason: refusal?.reason ?? 'trunk-out' },
        'a call goes over another trunk',
      );
      await deps.queue.ask(attemptId, trunkId);
      return true;
    }
    return false;
  };
}
