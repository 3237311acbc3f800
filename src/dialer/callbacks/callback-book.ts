import type { CallbackTerms, KeepingCall } from '../../domain/callback.ts';
import type { Instant } from '../../domain/vocabulary.ts';

/** A promised call that may be rung: nobody has the person on the line, and no talk with him is still to be written up. */
export interface DueCallback extends CallbackTerms {
  readonly callbackId: string;
  readonly caseId: string;
  readonly lineId: string;
  /** Null: no campaign rings for the case. */
  readonly campaignId: string | null;
}

export interface CallbackBook {
  /** Promised for now or earlier, and not tried since `triedBefore`; the longest due first. Kept places are the queue's. */
  due(now: Instant, triedBefore: Instant): Promise<readonly DueCallback[]>;
  find(callbackId: string): Promise<DueCallback | null>;
  /** False: somebody else keeps it already, or it is owed no more. */
  claim(callbackId: string, attemptId: string, at: Instant): Promise<boolean>;
  /** It was not rung; `placeLost`: it is tried like an agreed one from now on. */
  release(callbackId: string, at: Instant, placeLost: boolean): Promise<void>;
  /** Claimed ones whose call has ended, or was never written down since `before`. */
  ended(before: Instant): Promise<readonly { readonly callbackId: string; readonly call: KeepingCall | null }[]>;
  done(callbackId: string, result: 'talked' | 'unanswered' | 'over', at: Instant): Promise<void>;
  /** Still to be rung although due before that, and nobody was told yet. */
  late(dueBefore: Instant): Promise<readonly string[]>;
  told(callbackId: string, at: Instant): Promise<void>;
  /** Alerts of those that are kept by now. */
  resolveAlerts(at: Instant): Promise<void>;
}
