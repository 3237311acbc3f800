import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { OwnerBook } from '../give-case.ts';
import { giveWithin } from '../give-case.ts';
import type { CaseEntry, CaseLedger } from '../ledger.ts';
import type { AuditTrail } from '../ports.ts';
import { wrapUpPatienceMs } from '../review-case.ts';
import type { HandoverBook, LeftBecause, RunningHandover } from './handover-ports.ts';
import { caseGivenAs, endOfHandover } from './tell-handover.ts';

/** Whoever carries it on says so anew well before this is over; after it somebody else may. */
export const claimMs = 30_000;
const renewEveryMs = 10_000;
const atOnce = 100;

/** waits: cases are on calls; it is taken up again. not-mine: unknown, through, or in other hands. */
export type RunEnding = 'done' | 'waits' | 'stopped' | 'not-mine';
export type RunHandover = (handoverId: string, signal: AbortSignal) => Promise<RunEnding>;

/**
 * Gives case by case, each in a transaction of its own that also notes that it was given: whatever happens in between, and
 * whoever else is at it, no case is given twice and none is forgotten. What somebody changed meanwhile stays as it is.
 */
export function makeRunHandover(deps: {
  readonly book: HandoverBook;
  readonly ledger: CaseLedger;
  readonly owners: OwnerBook;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly log: Logger;
}): RunHandover {
  const { book, ledger, audit, clock, log } = deps;

  async function giveOne(entry: CaseEntry, { handoverId, fromId, byId, reason }: RunningHandover): Promise<void> {
    const part = await entry.handovers.waiting(handoverId);
    if (part === null) return;
    const { status, ownerId } = await entry.record();
    const because = await stays({ status, ownerId }, fromId, part.toId);
    if (because !== null) {
      await entry.handovers.settle(handoverId, { kind: 'left', because }, clock());
      return;
    }
    if (await entry.handovers.inCall(clock() - wrapUpPatienceMs)) return;
    await entry.handovers.passTasks(fromId, part.toId);
    await giveWithin(entry, part.toId, { by: byId, reason }, clock());
    await entry.handovers.settle(handoverId, { kind: 'given' }, clock());
  }

  async function stays(
    { status, ownerId }: { readonly status: string; readonly ownerId: string | null },
    fromId: string,
    toId: string,
  ): Promise<LeftBecause | null> {
    if (ownerId !== fromId) return 'owner_changed';
    if (status !== 'open') return 'closed';
    const atWork = await deps.owners.collectors();
    return atWork.some(({ userId }) => userId === toId) ? null : 'recipient_gone';
  }

  /** The audit trail says the same of each case as if it had been given alone. */
  async function tell({ handoverId, byId, reason }: RunningHandover): Promise<void> {
    for (const { caseId, toId } of await book.untold(handoverId)) {
      await audit.record({
        actorId: byId,
        action: 'case.given',
        subjectType: 'case',
        subjectId: caseId,
        detail: { ownerId: toId, reason, handoverId },
        onceAs: caseGivenAs(handoverId, caseId),
      });
      await book.told(handoverId, caseId);
    }
  }

  async function giveAll(handover: RunningHandover, signal: AbortSignal): Promise<boolean> {
    const { handoverId } = handover;
    let renewedAt = clock();
    let after: string | null = null;
    for (;;) {
      const caseIds = await book.waiting(handoverId, after, atOnce);
      for (const caseId of caseIds) {
        if (signal.aborted) return false;
        await ledger.withCase(caseId, (entry) => giveOne(entry, handover));
        after = caseId;
        if (clock() - renewedAt < renewEveryMs) continue;
        renewedAt = clock();
        await book.renew(handoverId, clock() + claimMs);
      }
      await tell(handover);
      if (caseIds.length < atOnce) return true;
    }
  }

  return async (handoverId, signal) => {
    const handover = await book.claim(handoverId, clock(), clock() + claimMs);
    if (handover === null) return 'not-mine';
    try {
      // A crash may have left cases that were given and not told of.
      await tell(handover);
      if (!(await giveAll(handover, signal))) return 'stopped';
      const end = await book.ended(handoverId);
      if (end === null) return 'waits';
      // Told before it is through: whoever dies in between leaves it to be taken up, and its end told of once.
      await audit.record(endOfHandover(handover, end));
      await book.finish(handoverId, clock());
      log.info({ handoverId, given: end.given, left: end.left }, 'cases handed over');
      return 'done';
    } finally {
      await book.release(handoverId);
    }
  };
}
