import { ringTimeoutUnder } from '../domain/campaign-limits.ts';
import { countingRules, type Thresholds } from '../domain/counters.ts';
import type { AttemptResult, CaseDialFacts, NumberFacts, PastAttempt } from '../domain/dial-facts.ts';
import { dispositions, isDispositionCode } from '../domain/dispositions.ts';
import { consentCovers } from '../domain/direct-consent.ts';
import { overlaysOf, withOverlays } from '../domain/overlays.ts';
import type { Preset } from '../domain/preset.ts';
import { countsAsAttempt } from '../domain/round.ts';
import { underSuppression } from '../domain/suppression.ts';
import {
  caseClasses,
  dialModes,
  numberClasses,
  numberStatuses,
  parties,
  stopKinds,
  systemResults,
  type Instant,
  type NumberStatus,
  type Party,
} from '../domain/vocabulary.ts';
import { bindsCall, type WindowRule } from '../domain/window-rules.ts';
import { reachableStatus } from '../domain/work-numbers.ts';
import { localDate } from '../domain/zoned-time.ts';
import { Fault } from '../platform/fault.ts';
import type { AttemptRecord, CaseRecord, NumberRecord } from './case-record.ts';
import { rulesOf, type StoredRules } from './rules-of.ts';

/** A word out of the database that the vocabulary must know; an unknown one is a defect, not a default. */
export function wordOf<W extends string>(words: readonly W[], value: string): W {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Fault('INTERNAL', { detail: { unknownWord: value } });
  return found;
}

/** A campaign's preset rules its cases; a case outside of any campaign goes by the tenant's. */
export const presetOf = (record: {
  readonly campaign: StoredRules | null;
  readonly tenant: Pick<StoredRules, 'preset' | 'presetVersion'>;
}): Preset => rulesOf(record.campaign ?? { ...record.tenant, tightening: {} });

/** The preset with the law of the debtor's place on top (5.2). */
export const lawfulPresetOf = (
  record: Pick<CaseRecord, 'campaign' | 'tenant' | 'state' | 'city'>,
  now: Instant,
): Preset => withOverlays(presetOf(record), overlaysOf(record), localDate(now, record.tenant.businessZone));

/** The hours that calls about the case keep besides those of its preset. */
export const windowRulesOf = (
  record: Pick<CaseRecord, 'campaign' | 'tenant' | 'campaignId' | 'clientId' | 'windowRules'>,
): readonly WindowRule[] => {
  const { campaignId, clientId } = record;
  const { name } = presetOf(record);
  return record.windowRules.filter((rule) => bindsCall(rule, { preset: name, campaignId, clientId }));
};

/** The numbers of the case by what is left of each under its rules (R20, R40). */
export function reachableNumbers(
  record: CaseRecord,
  now: Instant,
): { readonly id: string; readonly status: NumberStatus }[] {
  const preset = lawfulPresetOf(record, now);
  return record.numbers.map((number) => ({
    id: number.id,
    status: reachableStatus(numberFactsOf(record, number), preset),
  }));
}

/** How numbers of the case become invalid, with the zone in which a line's days and dayparts are read. */
export function countingOf(record: CaseRecord, lineId: string): Thresholds {
  const number = record.numbers.find((each) => each.lineId === lineId);
  const zone = number?.zones[0] ?? record.addressZones[0] ?? record.tenant.businessZone;
  return countingRules(presetOf(record), zone);
}

/** Business date of the newest consent about this debt that stands; on one line, or on any. */
export function consentOnOf(record: CaseRecord, lineId: string | null): string | null {
  const dates = record.consents
    .filter((each) => each.caseId === record.id && each.withdrawnAt === null)
    .filter((each) => lineId === null || each.lineId === lineId)
    .map(({ givenOn }) => givenOn);
  return dates.sort().at(-1) ?? null;
}

/** Prior consent: taken down before the call, not withdrawn by then, and not older than it may be. */
const wasConsented = (record: CaseRecord, attempt: AttemptRecord): boolean =>
  record.consents.some(
    (consent) =>
      consent.caseId === attempt.caseId &&
      consent.lineId === attempt.lineId &&
      consent.recordedAt <= attempt.at &&
      (consent.withdrawnAt === null || consent.withdrawnAt > attempt.at) &&
      consentCovers(consent.givenOn, localDate(attempt.at, record.tenant.businessZone)),
  );

export function resultOf(attempt: Pick<AttemptRecord, 'code' | 'systemResult'>): AttemptResult | null {
  if (attempt.code !== null && isDispositionCode(attempt.code)) return attempt.code;
  return attempt.systemResult === null ? null : wordOf(systemResults, attempt.systemResult);
}

const machineResults: ReadonlySet<string> = new Set(['MACHINE', 'FAX']);

/** Answered by a person, as far as is known: neither a machine nor a line on which the agent heard none. */
function answeredByPerson(attempt: AttemptRecord): boolean {
  if (!attempt.answered) return false;
  if (attempt.code !== null && isDispositionCode(attempt.code)) {
    return !(dispositions[attempt.code].parties.length === 1 && dispositions[attempt.code].parties[0] === 'none');
  }
  return attempt.systemResult === null || !machineResults.has(attempt.systemResult);
}

function partyOf(attempt: AttemptRecord): Party {
  if (attempt.party !== null) return wordOf(parties, attempt.party);
  return answeredByPerson(attempt) ? 'unknown' : 'none';
}

function pastAttemptOf(record: CaseRecord, attempt: AttemptRecord): PastAttempt {
  const party = partyOf(attempt);
  return {
    attemptId: attempt.id,
    caseId: attempt.caseId,
    numberId: attempt.numberId,
    lineId: attempt.lineId,
    roundNumber: attempt.roundNumber,
    at: attempt.at,
    endedAt: attempt.endedAt,
    result: resultOf(attempt),
    answered: answeredByPerson(attempt),
    party,
    talk: party === 'RPC' && attempt.connected,
    consented: wasConsented(record, attempt),
    inbound: attempt.direction === 'inbound',
  };
}

function numberFactsOf(record: CaseRecord, number: NumberRecord): NumberFacts {
  return {
    id: number.id,
    lineId: number.lineId,
    class: wordOf(numberClasses, number.class),
    status: number.status === null ? 'active' : wordOf(numberStatuses, number.status),
    position: number.position,
    zones: number.zones,
    holdUntil: number.holdUntil,
    lastAttemptAt: number.lastAttemptAt,
    lastResult: resultOf({ code: number.lastResult, systemResult: knownSystemResult(number.lastResult) }),
    liveAttemptId: number.liveAttemptId,
    otherCallsAt: number.otherCalls.filter((call) => countsAsAttempt(resultOf(call))).map(({ at }) => at),
    consentOn: consentOnOf(record, number.lineId),
    prohibitedByEmployer: number.prohibitedByEmployer,
  };
}

const knownSystemResult = (result: string | null): string | null =>
  result === null || isDispositionCode(result) ? null : result;

export function dialFactsOf(
  record: CaseRecord,
  given: { now: Instant; ownerOpenCases: number; exceptAttemptId?: string | null },
): CaseDialFacts {
  const preset = lawfulPresetOf(record, given.now);
  return {
    preset,
    calendar: record.calendar,
    tenantOff: record.tenant.dialingOff,
    mode: wordOf(dialModes, record.campaign?.mode ?? 'manual'),
    businessZone: record.tenant.businessZone,
    ringTimeoutMs: ringTimeoutUnder(record.campaign?.ringTimeoutMs ?? 30_000, preset),
    windowRules: windowRulesOf(record),
    case: {
      id: record.id,
      status: record.status,
      owned: record.ownerId !== null || record.campaign?.status === 'running',
      caseClass: wordOf(caseClasses, record.caseClass),
      effective: record.effective,
      nextFollowUpOn: record.nextFollowUpOn,
      callbackAt: record.callbackAt,
      addressZones: record.addressZones,
      consentOn: consentOnOf(record, null),
      linkedUnseen: record.linkedUnseen,
      stops: record.stops.map((stop) => wordOf(stopKinds, stop.kind)),
      promise:
        record.promise === null
          ? null
          : {
              dueOn: record.promise.dueOn,
              promisedOn: localDate(record.promise.promisedAt, record.tenant.businessZone),
              lineId: record.promise.lineId,
            },
      roundNumber: record.roundNumber,
      lastRoundOn: record.lastRoundOn,
      ownerOpenCases: given.ownerOpenCases,
      appointmentCallOwed: record.appointmentCallOwed,
    },
    numbers: record.numbers.map((number) =>
      underSuppression(numberFactsOf(record, number), number.suppression, given.now),
    ),
    history: record.history.map((attempt) => pastAttemptOf(record, attempt)),
    liveAttemptId: record.liveAttemptId,
    exceptAttemptId: given.exceptAttemptId ?? null,
  };
}
