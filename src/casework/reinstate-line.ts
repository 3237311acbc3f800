import { checkReinstatement } from '../domain/corrections.ts';
import { noCounts } from '../domain/counters.ts';
import type { Preset } from '../domain/preset.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { CaseEntry, EndedAttempt, LineRecord } from './ledger.ts';
import { refoldLine } from './settle-line.ts';
import { reverseTracing } from './trace-reversal.ts';

/** From here on the line counts from nought for the debtor. Returns whose view of it is another one now. */
export async function reinstateLine(
  entry: CaseEntry,
  line: LineRecord,
  given: { readonly debtorId: string; readonly at: Instant; readonly preset: Preset },
): Promise<readonly string[]> {
  const { debtorId, at, preset } = given;
  await entry.addReinstatement(line.lineId, debtorId, at);
  await entry.saveVacantCount(line.lineId, 0);
  await entry.saveDebtorLine(line.lineId, debtorId, {
    counters: noCounts,
    status: 'active',
    statusReason: null,
    statusAt: at,
  });
  // Vacancy is the line's own: whoever lost it by vacancy alone has it back.
  return refoldLine(entry, line.lineId, preset.invalid, at);
}

/** 3.3 item 8: whoever verifiably rings from a number that was given up proves it alive. Returns cases to look at again. */
export async function reinstateByCall(
  entry: CaseEntry,
  attempt: EndedAttempt,
  given: { readonly verified: boolean; readonly by: string; readonly at: Instant; readonly preset: Preset },
): Promise<readonly string[]> {
  const { at, by, preset, verified } = given;
  if (!attempt.inbound) return [];
  if (checkReinstatement({ by: 'inbound_call', identityConfirmed: verified }) !== null) return [];
  const line = await entry.line(attempt.lineId);
  const { debtorId } = attempt;
  if (line.debtorLines.find((each) => each.debtorId === debtorId)?.status !== 'invalid') return [];
  const touched = await reinstateLine(entry, line, { debtorId, at, preset });
  await entry.addNote(attempt.caseId, by, '债务人本人从该号码来电，号码自动恢复。', at);
  await reverseTracing(entry, at);
  return entry.casesWithLine(attempt.lineId, [debtorId, ...touched]);
}
