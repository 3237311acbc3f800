import {
  countedEffect,
  foldCounters,
  invalidNote,
  nextNumberStatus,
  numberStatusFrom,
  reachedReasons,
  suspendedCode,
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
  readonly source: 'carrier' | 'agent' | 'correction';
  readonly at: Instant;
  readonly voided: boolean;
  readonly hold: { readonly until: Instant; readonly reason: string } | null;
}

/** Codes that say something of the line for everybody who has it (5.4: a third party's wish holds for all cases). */
const holdsForAll = (code: string): boolean => code === 'TP_STOP' || code === 'MALFORMED';

/** Why a number is blocked that a third party does not want to be rung on. */
const thirdPartyStop = 'third_party_stop';

const counts = (code: string, thresholds: Thresholds): boolean =>
  countedEffect(code).kind !== 'neutral' || (code === suspendedCode && countsSuspended(thresholds));

const countsSuspended = ({ suspended }: Thresholds): boolean => suspended !== undefined && suspended !== null;

const isLost = (status: NumberStatus): boolean =>
  status === 'invalid' || status === 'blocked' || status === 'malformed';

export function statusReasonOf(status: NumberStatus, counters: Counters, thresholds: Thresholds): string | null {
  switch (status) {
    case 'invalid':
      return reachedReasons(counters, thresholds).join(',');
    case 'blocked':
      return thirdPartyStop;
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
export async function settleLine(
  entry: CaseEntry,
  report: LineReport,
  thresholds: Thresholds,
): Promise<readonly LostNumber[]> {
  return (await settle(entry, report, thresholds)).lost;
}

/** What a correction makes of a line (3.3 items 1, 8): statuses follow the counts again, also back from invalid. */
export const correctLine = (entry: CaseEntry, report: LineReport, thresholds: Thresholds): Promise<SettledLine> =>
  settle(entry, report, thresholds);

export interface SettledLine {
  readonly lost: readonly LostNumber[];
  /** Debtors whose view of the line is another one now. */
  readonly moved: readonly string[];
  /** Of these, who can be reached on it again. */
  readonly regained: readonly string[];
}

/** A correction stands until the next one; an agent's code replaces the carrier's, never the other way round (item 2). */
const rank = { import: 0, carrier: 1, agent: 2, correction: 3 } as const satisfies Record<
  CounterEvent['source'],
  number
>;

async function settle(entry: CaseEntry, report: LineReport, thresholds: Thresholds): Promise<SettledLine> {
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
  const keeps = known !== undefined && rank[known.source] > rank[report.source];
  const stored = !keeps && (known !== undefined || counts(result, thresholds));
  if (stored) await entry.putCounterEvent({ ...event, attemptId, lineId });
  const events = stored ? [...before.events.filter((each) => each.attemptId !== attemptId), event] : before.events;
  const wasBlocked = known?.code === 'TP_STOP' && result !== 'TP_STOP' && report.source === 'correction';
  const released = wasBlocked && !events.some((each) => each.code === 'TP_STOP' && !each.voided);
  return saveStatuses(entry, { ...before, events }, { thresholds, report, released });
}

async function saveStatuses(
  entry: CaseEntry,
  line: LineRecord,
  given: { readonly thresholds: Thresholds; readonly report: LineReport; readonly released: boolean },
): Promise<SettledLine> {
  const { thresholds, report, released } = given;
  const own = line.debtorLines.find((each) => each.debtorId === report.debtorId) ?? {
    debtorId: report.debtorId,
    status: 'active' as const,
    statusReason: null,
    lastAttemptAt: null,
  };
  const ownCounters = foldCounters(line.events, report.debtorId, thresholds);
  const lost: LostNumber[] = [];
  const moved: string[] = [];
  const regained: string[] = [];
  const vacancyMoved = ownCounters.vacant !== line.vacantCount;
  if (vacancyMoved) await entry.saveVacantCount(line.lineId, ownCounters.vacant);
  // What a line is suspended for is the line's own, and no column remembers it.
  const concernsAll = vacancyMoved || countsSuspended(thresholds) || released || holdsForAll(report.result);
  const others = concernsAll ? line.debtorLines : [];
  for (const each of [own, ...others.filter((other) => other.debtorId !== report.debtorId)]) {
    const isOwn = each.debtorId === report.debtorId;
    const counters = isOwn ? ownCounters : foldCounters(line.events, each.debtorId, thresholds);
    const code = isOwn || holdsForAll(report.result) ? report.result : 'NO_ANSWER';
    const status = nextNumberStatus({
      status: released && each.statusReason === thirdPartyStop ? 'active' : each.status,
      counters,
      thresholds,
      code,
      corrected: report.source === 'correction',
    });
    if (!isOwn && status === each.status) continue;
    if (status !== each.status) moved.push(each.debtorId);
    if (isLost(each.status) && !isLost(status)) regained.push(each.debtorId);
    const next = { counters, status, thresholds, report: isOwn ? report : null, at: report.at };
    await saveOne(entry, line.lineId, each, next);
    if (isLost(status) && !isLost(each.status)) {
      lost.push({ debtorId: each.debtorId, note: status === 'invalid' ? invalidNote(counters, thresholds) : null });
    }
  }
  return { lost, moved, regained };
}

async function saveOne(
  entry: CaseEntry,
  lineId: string,
  before: DebtorLineRecord,
  next: {
    readonly counters: Counters;
    readonly status: NumberStatus;
    readonly thresholds: Thresholds;
    /** Null: the call was another debtor's. */
    readonly report: LineReport | null;
    readonly at: Instant;
  },
): Promise<void> {
  const { counters, status, report } = next;
  const moved = status !== before.status;
  const newest = report !== null && (before.lastAttemptAt === null || report.at >= before.lastAttemptAt);
  await entry.saveDebtorLine(lineId, before.debtorId, {
    counters,
    status,
    statusReason: moved ? statusReasonOf(status, counters, next.thresholds) : before.statusReason,
    statusAt: moved ? next.at : null,
    ...(newest ? { lastAttempt: { at: report.at, result: report.result } } : {}),
    ...(newest && report.source !== 'carrier' ? { hold: report.hold } : {}),
  });
}

const isByVacancy = (statusReason: string | null): boolean => statusReason?.split(',').includes('vacant') === true;

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
    const counters = foldCounters(line.events, each.debtorId, thresholds);
    if (counters.vacant !== line.vacantCount) await entry.saveVacantCount(lineId, counters.vacant);
    const counted = each.status === 'active' || each.status === 'suspect' || isByVacancy(each.statusReason);
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
