import { checkReinstatement } from '../domain/corrections.ts';
import { noCounts, type Thresholds } from '../domain/counters.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { CaseEntry, EndedAttempt, LineRecord } from './ledger.ts';
import { refoldLine } from './settle-line.ts';
import { reverseTracing } from './trace-reversal.ts';

/** From here on the line counts from nought for the debtor. Returns whose view of it is another one now. */
export async function reinstateLine(
  entry: CaseEntry,
  line: LineRecord,
  given: { readonly debtorId: string; readonly at: Instant; readonly thresholds: Thresholds },
): Promise<readonly string[]> {
  const { debtorId, at, thresholds } = given;
  await entry.addReinstatement(line.lineId, debtorId, at);
  await entry.saveVacantCount(line.lineId, 0);
  await entry.saveDebtorLine(line.lineId, debtorId, {
    counters: noCounts,
    status: 'active',
    statusReason: null,
    statusAt: at,
  });
  // Vacancy is the line's own: whoever lost it by vacancy alone has it back.
  return refoldLine(entry, line.lineId, thresholds, at);
}

/** 3.3 item 8: whoever verifiably rings from a number that was given up proves it alive. Returns cases to look at again. */
export async function reinstateByCall(
  entry: CaseEntry,
  attempt: EndedAttempt,
  given: { readonly verified: boolean; readonly by: string; readonly at: Instant; readonly thresholds: Thresholds },
): Promise<readonly string[]> {
  const { at, by, thresholds, verified } = given;
  if (!attempt.inbound) return [];
  if (checkReinstatement({ by: 'inbound_call', identityConfirmed: verified }) !== null) return [];
  const line = await entry.line(attempt.lineId);
  const { debtorId } = attempt;
  if (line.debtorLines.find((each) => each.debtorId === debtorId)?.status !== 'invalid') return [];
  const touched = await reinstateLine(entry, line, { debtorId, at, thresholds });
  await entry.addNote(attempt.caseId, by, '债务人本人从该号码来电，号码自动恢复。', at);
  await reverseTracing(entry, at);
  return entry.casesWithLine(attempt.lineId, [debtorId, ...touched]);
}
