import { applyAttemptEvent } from '../domain/attempt.ts';
import { classifyCreateRefusal, mayGoElsewhere, type CarrierOutcome } from '../domain/carrier-outcome.ts';
import { decideCase } from '../domain/dial-decision.ts';
import type { DialMode, Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import { newToken } from '../platform/ids.ts';
import type { Logger } from '../platform/log.ts';
import { hashToken } from '../platform/token-hash.ts';
import { addressesOf } from './addresses.ts';
import type { ApplyEvent } from './apply-event.ts';
import { recordDecision, type DecisionRecord } from './decision-record.ts';
import type { DialerTimings } from './dialer.ts';
import { carries } from './choose-way.ts';
import type { HandOn } from './hand-on.ts';
import { asDialed } from './launch-attempt.ts';
import type { Carrier, CaseFacts, PlaceCall, PlaceOutcome } from './ports.ts';
import type { AttemptBook, Campaign, LaunchSheet } from './stores.ts';

export type PlaceAttempt = (attemptId: string) => Promise<void>;

/** How often a carrier that says "later" is asked again before the attempt is given back. */
const laterTries = 4;
const tokenBytes = 24;
/** The carrier cannot be reached at all: nothing was sent. */
const unreachable: CarrierOutcome = { fault: 'carrier', reason: 'unreachable', systemResult: 'CONGESTION' };

type Verdict =
  | { readonly kind: 'go'; readonly dialBy: Instant; readonly campaign: Campaign; readonly decided: DecisionRecord }
  /** Its trunk takes no calls any more and was not asked. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'expired'; readonly decided?: DecisionRecord }
  | { readonly kind: 'suppressed'; readonly reason: string; readonly decided?: DecisionRecord };

/** Before any decision: the one of the launch stays on record. */
const suppressed = (reason: string): Extract<Verdict, { kind: 'suppressed' }> => ({ kind: 'suppressed', reason });

/** The campaign's mode may have changed meanwhile: then it is the new one that decides what the system dials by itself. */
const isByHand = (mode: DialMode): boolean => mode === 'manual' || mode === 'preview';

/** INV-2: the decision is taken again, now, with fresh facts; the attempt itself does not stand in its own way. */
async function judge(
  deps: { readonly cases: Pick<CaseFacts, 'factsFor'>; readonly carrier: Pick<Carrier, 'kind'> },
  sheet: LaunchSheet,
  now: Instant,
): Promise<Verdict> {
  const { attempt, campaign, trunk } = sheet;
  if (now > attempt.dialByAt) return { kind: 'expired' };
  if (campaign?.status !== 'running') return suppressed('campaign_not_running');
  if (!carries(deps.carrier, trunk) || trunk.out) return { kind: 'elsewhere' };
  const found = await deps.cases.factsFor(attempt.caseId, now);
  if (found === null) return suppressed('unknown_case');
  const subject = isByHand(attempt.mode) ? asDialed(found, attempt.mode) : found;
  if (!subject.facts.preset.realCarrierAllowed && trunk.kind !== 'sim') return suppressed('fiction_on_real_carrier');
  const { numbers } = decideCase({ ...subject.facts, exceptAttemptId: attempt.attemptId }, now);
  const decision = numbers.find((number) => number.numberId === attempt.numberId)?.decision;
  if (decision === undefined) return suppressed('unknown_number');
  const decided = recordDecision(
    { ...subject, facts: { ...subject.facts, exceptAttemptId: attempt.attemptId } },
    decision,
    now,
  );
  if (decision.kind !== 'ALLOW') return { kind: 'suppressed', reason: decision.reason, decided };
  if (now > decision.dialBy) return { kind: 'expired', decided };
  return { kind: 'go', dialBy: Math.min(decision.dialBy, attempt.dialByAt), campaign, decided };
}

/** Worker of `place-call`. Asks the carrier at most once that counts: after the request left, silence is unconfirmed. */
export function makePlaceCall(deps: {
  readonly attempts: Pick<AttemptBook, 'sheet' | 'save'>;
  readonly cases: Pick<CaseFacts, 'factsFor'>;
  readonly carrier: Pick<Carrier, 'kind' | 'place'>;
  readonly apply: ApplyEvent;
  readonly handOn: HandOn;
  readonly pause: (ms: number) => Promise<void>;
  readonly onBackPressure: (trunkId: string) => void;
  readonly onPlaced: (launchMs: number, kind: PlaceOutcome['kind']) => void;
  readonly clock: Clock;
  readonly log: Logger;
  readonly publicUrl: string;
  readonly timings: Pick<DialerTimings, 'maxCallMs' | 'laterPauseMs'>;
}): PlaceAttempt {
  const { attempts, carrier, apply, clock, log, timings } = deps;

  async function ask(request: PlaceCall, trunkId: string, dialBy: Instant): Promise<PlaceOutcome> {
    let outcome = await carrier.place(request);
    for (let tries = 1; outcome.kind === 'later'; tries += 1) {
      deps.onBackPressure(trunkId);
      const pauseMs = timings.laterPauseMs * 2 ** (tries - 1);
      if (tries >= laterTries || clock() + pauseMs > dialBy) return outcome;
      await deps.pause(pauseMs);
      outcome = await carrier.place(request);
    }
    return outcome;
  }

  async function conclude(sheet: LaunchSheet, outcome: PlaceOutcome): Promise<void> {
    const { attemptId, trunkId } = sheet.attempt;
    const at = clock();
    switch (outcome.kind) {
      case 'accepted': {
        await apply(attemptId, { type: 'createAccepted', at, sid: outcome.sid, queueMs: outcome.queueMs });
        return;
      }
      case 'unknown': {
        log.warn({ attemptId, cause: outcome.cause }, 'the carrier was silent after the request left');
        await apply(attemptId, { type: 'createUnknown', at });
        return;
      }
      case 'refused':
      case 'later': {
        const verdict = outcome.code === 0 ? unreachable : classifyCreateRefusal(outcome.code);
        if (verdict.reason === 'rate-limited') deps.onBackPressure(trunkId);
        log.info({ attemptId, code: outcome.code, reason: verdict.reason }, 'the carrier refused a call');
        if (mayGoElsewhere(verdict) && (await deps.handOn(sheet, { ...verdict, code: outcome.code }))) return;
        await apply(attemptId, { type: 'createRefused', at, ...verdict });
        return;
      }
    }
  }

  return async (attemptId) => {
    const sheet = await attempts.sheet(attemptId);
    if (sheet === null || sheet.attempt.record.state !== 'intended') return;
    const { attempt, trunk } = sheet;
    const judged = await judge(deps, sheet, clock());
    if (judged.kind === 'elsewhere' && (await deps.handOn(sheet, null))) return;
    const verdict = judged.kind === 'elsewhere' ? suppressed('trunk_unavailable') : judged;
    const at = clock();
    if (verdict.kind !== 'go') {
      log.info({ attemptId, because: verdict.kind === 'expired' ? 'dial_by' : verdict.reason }, 'not placed');
      const event =
        verdict.kind === 'expired'
          ? ({ type: 'expired', at } as const)
          : ({ type: 'suppressed', at, reason: verdict.reason } as const);
      const { decided } = verdict;
      await apply(attemptId, event, { whileIn: ['intended'], ...(decided === undefined ? {} : { decided }) });
      return;
    }
    // INV-3: the intent is stored before the carrier is asked; whoever loses this step does not ask.
    const { campaign, decided } = verdict;
    const token = newToken(tokenBytes);
    const step = applyAttemptEvent(attempt.record, { type: 'placing', at, ask: attempt.record.asks + 1 });
    if (step.kind === 'ignored') return;
    const saved = await attempts.save(attemptId, attempt.version, step.to, { tokenHash: hashToken(token), decided });
    if (saved === 'stale') return;

    const request: PlaceCall = {
      attemptId,
      to: sheet.to,
      from: sheet.from,
      ringTimeoutMs: campaign.ringTimeoutMs,
      maxCallMs: timings.maxCallMs,
      detectMachine: campaign.detectMachine,
      notice: campaign.notice,
      farewell: campaign.farewell,
      addresses: addressesOf(deps.publicUrl, attemptId, token),
    };
    const outcome = await ask(request, trunk.trunkId, verdict.dialBy);
    deps.onPlaced(clock() - attempt.record.intendedAt, outcome.kind);
    await conclude(sheet, outcome);
  };
}
