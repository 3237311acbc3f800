import {
  countedEffect,
  foldCounters,
  invalidNote,
  nextNumberStatus,
  numberStatusFrom,
  reachedReasons,
  type CounterEvent,
  type Counters,
  type Thresholds,
} from '../domain/counters.ts';
import type { AttemptResult } from '../domain/dial-facts.ts';
import type { Instant, NumberStatus, Party } from '../domain/vocabulary.ts';
import type { CaseEntry, DebtorLineRecord, LineRecord } from './ledger.ts';

/** A debtor for whom the line has just become undialable, with the note the system writes. */
export interface LostNumber {
  readonly debtorId: string;
  readonly note: string | null;
}

export interface LineReport {
  readonly attemptId: string;
  readonly lineId: string;
  readonly debtorId: string;
  readonly result: AttemptResult;
  readonly party: Party;
  readonly source: 'carrier' | 'agent';
  readonly at: Instant;
  readonly voided: boolean;
  readonly hold: { readonly until: Instant; readonly reason: string } | null;
}

/** Codes that say something of the line for everybody who has it (5.4: a third party's wish holds for all cases). */
const holdsForAll = (code: string): boolean => code === 'TP_STOP' || code === 'MALFORMED';

const counts = (code: string): boolean => countedEffect(code).kind !== 'neutral';

const isLost = (status: NumberStatus): boolean =>
  status === 'invalid' || status === 'blocked' || status === 'malformed';

export function statusReasonOf(status: NumberStatus, counters: Counters, thresholds: Thresholds): string | null {
  switch (status) {
    case 'invalid':
      return reachedReasons(counters, thresholds).join(',');
    case 'blocked':
      return 'third_party_stop';
    case 'malformed':
      return 'carrier_malformed';
    case 'active':
    case 'suspect':
    case 'unverified':
      return null;
  }
}

/**
 * Writes what one call said of its line (3.3): one event per call, counters as the fold over all of them, statuses of
 * every debtor who has the line. The same report again changes nothing. Returns who lost the number by it.
 */
export async function settleLine(entry: CaseEntry, report: LineReport, thresholds: Thresholds): Promise<LostNumber[]> {
  const { attemptId, lineId, debtorId, result } = report;
  const before = await entry.line(lineId);
  const known = before.events.find((event) => event.attemptId === attemptId);
  const event: CounterEvent = {
    attemptId,
    source: report.source,
    code: result,
    party: report.party,
    at: report.at,
    voided: report.voided || (known?.voided ?? false),
    debtorId,
  };
  // The agent's code replaces the carrier's, never the other way round (item 2).
  const keeps = known?.source === 'agent' && report.source === 'carrier';
  const stored = !keeps && (known !== undefined || counts(result));
  if (stored) await entry.putCounterEvent({ ...event, attemptId, lineId });
  const events = stored ? [...before.events.filter((each) => each.attemptId !== attemptId), event] : before.events;
  return saveStatuses(entry, { ...before, events }, thresholds, report);
}

async function saveStatuses(
  entry: CaseEntry,
  line: LineRecord,
  thresholds: Thresholds,
  report: LineReport,
): Promise<LostNumber[]> {
  const own = line.debtorLines.find((each) => each.debtorId === report.debtorId) ?? {
    debtorId: report.debtorId,
    status: 'active' as const,
    statusReason: null,
    lastAttemptAt: null,
  };
  const ownCounters = foldCounters(line.events, report.debtorId);
  const lost: LostNumber[] = [];
  const vacancyMoved = ownCounters.vacant !== line.vacantCount;
  if (vacancyMoved) await entry.saveVacantCount(line.lineId, ownCounters.vacant);
  const others = vacancyMoved || holdsForAll(report.result) ? line.debtorLines : [];
  for (const each of [own, ...others.filter((other) => other.debtorId !== report.debtorId)]) {
    const isOwn = each.debtorId === report.debtorId;
    const counters = isOwn ? ownCounters : foldCounters(line.events, each.debtorId);
    const code = isOwn || holdsForAll(report.result) ? report.result : 'NO_ANSWER';
    const status = nextNumberStatus({ status: each.status, counters, thresholds, code });
    if (!isOwn && status === each.status) continue;
    await saveOne(entry, line.lineId, each, { counters, status, thresholds, report: isOwn ? report : null });
    if (isLost(status) && !isLost(each.status)) {
      lost.push({ debtorId: each.debtorId, note: status === 'invalid' ? invalidNote(counters, thresholds) : null });
    }
  }
  return lost;
}

async function saveOne(
  entry: CaseEntry,
  lineId: string,
  before: DebtorLineRecord,
  next: { counters: Counters; status: NumberStatus; thresholds: Thresholds; report: LineReport | null },
): Promise<void> {
  const { counters, status, report } = next;
  const moved = status !== before.status;
  const newest = report !== null && (before.lastAttemptAt === null || report.at >= before.lastAttemptAt);
  await entry.saveDebtorLine(lineId, before.debtorId, {
    counters,
    status,
    statusReason: moved ? statusReasonOf(status, counters, next.thresholds) : before.statusReason,
    statusAt: moved ? (report?.at ?? null) : null,
    ...(newest ? { lastAttempt: { at: report.at, result: report.result } } : {}),
    ...(newest && report.source === 'agent' ? { hold: report.hold } : {}),
  });
}

/** After results were voided (3.2): a number that only they had made invalid is dialable again. */
export async function refoldLine(
  entry: CaseEntry,
  lineId: string,
  thresholds: Thresholds,
  at: Instant,
): Promise<readonly string[]> {
  const line = await entry.line(lineId);
  const touched: string[] = [];
  for (const each of line.debtorLines) {
    const counters = foldCounters(line.events, each.debtorId);
    if (counters.vacant !== line.vacantCount) await entry.saveVacantCount(lineId, counters.vacant);
    const counted = each.status === 'active' || each.status === 'suspect' || each.statusReason === 'vacant';
    const status = counted ? numberStatusFrom(counters, thresholds) : each.status;
    if (status === each.status) continue;
    touched.push(each.debtorId);
    await entry.saveDebtorLine(lineId, each.debtorId, {
      counters,
      status,
      statusReason: statusReasonOf(status, counters, thresholds),
      statusAt: at,
    });
  }
  return touched;
}
