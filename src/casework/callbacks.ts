import { taskOfVoicemail } from '../domain/case-tasks.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { CaseLedger } from './ledger.ts';
import { reviewCase } from './review-case.ts';

/** A call that somebody was promised. */
export interface PromisedCall {
  readonly kind: 'agreed' | 'kept_place';
  readonly lineId: string;
  readonly debtorId: string;
  /** Agreed with the debtor himself; a talk with him answers it. */
  readonly withDebtor: boolean;
  readonly forWhom: 'owner' | 'team';
  /** The call in which it was promised: the same one promises once. */
  readonly fromAttemptId: string;
  readonly dueAt: Instant;
  /** The caller's arrival in the queue. */
  readonly placeAt: Instant | null;
  readonly at: Instant;
}

export interface CallbackEntry {
  promise(call: PromisedCall): Promise<void>;
  /** The debtor was talked to: nothing that was promised to him before is owed any more. */
  answered(talk: { readonly debtorId: string; readonly attemptId: string }, at: Instant): Promise<void>;
  /** What that call had promised is not so any more. */
  withdraw(fromAttemptId: string, at: Instant): Promise<void>;
}

export interface CallerWishes {
  keepPlace(attemptId: string, at: Instant): Promise<'kept' | 'gone'>;
  messageLeft(attemptId: string, at: Instant): Promise<void>;
}

/** What somebody who rings us can want other than to wait. */
export function makeCallerWishes({ ledger }: { readonly ledger: CaseLedger }): CallerWishes {
  return {
    async keepPlace(attemptId, at) {
      const caseId = await ledger.caseOfAttempt(attemptId);
      if (caseId === null) return 'gone';
      const kept = await ledger.withCase(caseId, async (entry): Promise<'kept' | 'gone'> => {
        const attempt = await entry.attempt(attemptId);
        if (attempt === null || attempt.connectedAt !== null || attempt.endedAt !== null) return 'gone';
        const { ownerId } = await entry.record();
        await entry.callbacks.promise({
          kind: 'kept_place',
          lineId: attempt.lineId,
          debtorId: attempt.debtorId,
          withDebtor: true,
          forWhom: ownerId === null ? 'team' : 'owner',
          fromAttemptId: attemptId,
          dueAt: at,
          placeAt: attempt.intendedAt,
          at,
        });
        // The person asked for this call: it goes before dates that were agreed on earlier, and before no law.
        await entry.saveCase({ callbackAt: at });
        await reviewCase(entry, at);
        return 'kept';
      });
      return kept ?? 'gone';
    },
    async messageLeft(attemptId, at) {
      const caseId = await ledger.caseOfAttempt(attemptId);
      if (caseId === null) return;
      await ledger.withCase(caseId, async (entry) => {
        await entry.tasks.dropOpen(at, { kinds: ['return_call'], because: 'missed_call' });
        await entry.tasks.open([taskOfVoicemail(at)]);
      });
    },
  };
}
