import type { SystemResult, Instant } from './vocabulary.ts';

/** How long the owner, and then his team, have a promised call for themselves. */
export const callbackGraceMs = 60_000;

/** Whose agents a promised call is kept for at this moment. */
export type CallbackAudience = 'owner' | 'team' | 'all';

export interface CallbackTerms {
  readonly forWhom: 'owner' | 'team';
  /** The case has an owner, whose team is meant by `team`. */
  readonly owned: boolean;
  readonly dueAt: Instant;
}

/** The owner has the grace for himself, then his team as long again, then whoever is there: a promise is never dropped. */
export function callbackAudience(
  { forWhom, owned, dueAt }: CallbackTerms,
  now: Instant,
  graceMs: number,
): CallbackAudience {
  if (!owned) return 'all';
  const turns: readonly CallbackAudience[] = forWhom === 'owner' ? ['owner', 'team'] : ['team'];
  return turns[Math.max(0, Math.floor((now - dueAt) / graceMs))] ?? 'all';
}

/** Nobody has rung although everybody was asked: a supervisor is told. */
export const callbackLateMs = (graceMs: number): number => 2 * graceMs;

/** The call that was to keep it has ended. */
export interface KeepingCall {
  readonly connected: boolean;
  readonly wrappedUp: boolean;
  readonly systemResult: SystemResult | null;
}

export type CallbackAfterCall =
  | 'talked'
  /** Rung as promised, and not answered: the follow-up of the case goes on. */
  | 'unanswered'
  /** It never rang: the promise stands. */
  | 'again'
  /** What was said is still being written down. */
  | 'wait';

export function callbackAfterCall({ connected, wrappedUp, systemResult }: KeepingCall): CallbackAfterCall {
  if (connected) return wrappedUp ? 'talked' : 'wait';
  return systemResult === 'SUPPRESSED' ? 'again' : 'unanswered';
}
