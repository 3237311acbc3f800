import type { VacantGuardRule } from '../domain/vacant-guard.ts';
import type { Instant } from '../domain/vocabulary.ts';

export interface VacantBook {
  /** Results of calls of the trunk that ended in the period; guarded ones included. */
  results(
    trunkId: string,
    since: Instant,
  ): Promise<readonly { readonly attemptId: string; readonly at: Instant; readonly result: string | null }[]>;
  /** By the rules of the campaigns on the trunk, the strictest; null: none of them has a guard. */
  guardRule(trunkId: string): Promise<VacantGuardRule | null>;
  guardedSince(trunkId: string): Promise<Instant | null>;
  guarded(): Promise<readonly string[]>;
  /** Sets or lifts the guard and raises or resolves its alert, in one step. True when that changed anything. */
  setGuard(trunkId: string, at: Instant, on: boolean, figures: object): Promise<boolean>;
  /** One alert while it is open. */
  alertBlocked(trunkId: string, at: Instant): Promise<void>;
}
