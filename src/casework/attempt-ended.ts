import { systemResults, type Instant } from '../domain/vocabulary.ts';
import { taskOfMissedCall, tasksOfCarrier } from '../domain/case-tasks.ts';
import type { Clock } from '../platform/clock.ts';
import type { CaseRecord } from './case-record.ts';
import type { FollowUpDesk } from './casework.ts';
import { countingOf, presetOf, wordOf } from './dial-facts-of.ts';
import type { CaseEntry, CaseLedger, EndedAttempt } from './ledger.ts';
import { reviewCase } from './review-case.ts';
import { reverseTracing } from './trace-reversal.ts';
import { refoldLine, settleLine, type LostNumber } from './settle-line.ts';

export interface FollowUpDeps {
  readonly ledger: CaseLedger;
  readonly clock: Clock;
}

/** Notes of R6 for everybody who lost the number, and which other cases must be looked at again. */
export async function noteLostNumbers(
  entry: CaseEntry,
  own: { readonly caseId: string; readonly debtorId: string },
  lineId: string,
  lost: readonly LostNumber[],
  at: Instant,
): Promise<readonly string[]> {
  const touched: string[] = [];
  for (const each of lost) {
    const cases = await entry.casesWithLine(lineId, [each.debtorId]);
    if (each.debtorId === own.debtorId && each.note !== null) await entry.addNote(own.caseId, null, each.note, at);
    for (const caseId of cases) {
      if (each.note !== null) await entry.addNote(caseId, null, each.note, at);
      touched.push(caseId);
    }
  }
  return touched;
}

/** Other cases are brought up to date one by one after the commit: no transaction holds two cases. */
export async function reviewOthers(deps: FollowUpDeps, caseIds: Iterable<string>): Promise<void> {
  for (const caseId of new Set(caseIds)) {
    await deps.ledger.withCase(caseId, (entry) => reviewCase(entry, deps.clock()));
  }
}

/** Cases in which a number is no longer lost. */
export async function reviewRegained(deps: FollowUpDeps, caseIds: Iterable<string>): Promise<void> {
  for (const caseId of new Set(caseIds)) {
    await deps.ledger.withCase(caseId, async (entry) => {
      await reverseTracing(entry, deps.clock());
      await reviewCase(entry, deps.clock());
    });
  }
}

async function settle(
  entry: CaseEntry,
  attempt: EndedAttempt,
  deps: FollowUpDeps,
  record: CaseRecord,
): Promise<readonly string[]> {
  if (attempt.answeredAt === null && attempt.queueOutcome !== 'voicemail') await entry.noMedia(attempt);
  if (attempt.placedAt === null || attempt.wrapUp !== null || attempt.systemResult === null) return [];
  const result = wordOf(systemResults, attempt.systemResult);
  if (result === 'SUPPRESSED') return [];
  const lost = await settleLine(
    entry,
    {
      attemptId: attempt.id,
      lineId: attempt.lineId,
      debtorId: attempt.debtorId,
      result,
      party: attempt.answeredAt === null || result === 'MACHINE' || result === 'FAX' ? 'none' : 'unknown',
      source: 'carrier',
      at: attempt.endedAt ?? attempt.placedAt,
      voided: attempt.vacantGuardOn && result === 'VACANT',
      hold: null,
    },
    countingOf(record, attempt.lineId),
  );
  return noteLostNumbers(entry, attempt, attempt.lineId, lost, deps.clock());
}

export function makeFollowUpDesk(deps: FollowUpDeps): FollowUpDesk {
  const { ledger, clock } = deps;

  async function attemptEnded(attemptId: string): Promise<void> {
    const caseId = await ledger.caseOfAttempt(attemptId);
    if (caseId === null) return;
    const others = await ledger.withCase(caseId, async (entry) => {
      const attempt = await entry.attempt(attemptId);
      if (attempt === null || attempt.endedAt === null) return [];
      const record = await entry.record();
      const touched = await settle(entry, attempt, deps, record);
      const seenTo = attempt.queueOutcome === 'voicemail' || attempt.queueOutcome === 'callback';
      if (attempt.inbound && attempt.connectedAt === null && !attempt.shared && !seenTo) {
        await entry.tasks.open([taskOfMissedCall(attempt.endedAt)]);
      }
      if (attempt.wrapUp === null && record.status === 'open') {
        const house = { businessZone: record.tenant.businessZone, clocks: presetOf(record).clocks };
        await entry.tasks.open(tasksOfCarrier(attempt.systemResult, attempt.endedAt, house));
      }
      const { placedAt } = attempt;
      const opensRound = placedAt !== null && attempt.roundNumber === record.roundNumber;
      const begun = {
        ...(placedAt === null ? {} : { attemptedAt: placedAt }),
        ...(opensRound ? { roundStartedAt: placedAt } : {}),
      };
      await reviewCase(entry, clock(), begun);
      return [...touched, ...(await entry.openLinkedCases(attempt.debtorId))];
    });
    await reviewOthers(deps, others ?? []);
  }

  return {
    attemptEnded,
    async resultsVoided(attemptIds) {
      const lines = await ledger.voidVacant(attemptIds, clock());
      for (const { lineId, caseId } of lines) {
        const others = await ledger.withCase(caseId, async (entry) => {
          const counting = countingOf(await entry.record(), lineId);
          const debtorIds = await refoldLine(entry, lineId, counting, clock());
          await reverseTracing(entry, clock());
          await reviewCase(entry, clock());
          return entry.casesWithLine(lineId, debtorIds);
        });
        await reviewRegained(deps, others ?? []);
      }
    },
  };
}
