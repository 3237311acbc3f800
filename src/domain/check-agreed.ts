import { readAgreedTime, type AgreedTime, type WallTime } from './agreed-time.ts';
import type { Instant } from './vocabulary.ts';
import { checkWrapUp, type WrapUpCheck, type WrapUpProblem } from './wrap-up.ts';
import type { WrapUpFacts } from './wrap-up-dates.ts';
import type { WrapUpRequest } from './wrap-up-effects.ts';
import { isLocalDate } from './zoned-time.ts';

/** A wrap-up as it is handed in: its callback an instant, or a time by the clock of the called number. */
export type HandedIn = Omit<WrapUpRequest, 'callbackAt'> & { readonly callbackAt: Instant | WallTime | null };

export interface AgreedCheck {
  readonly check: WrapUpCheck;
  /** The instant that was meant. */
  readonly callbackAt: Instant | null;
}

const field = 'callbackAt';

function readIn(agreed: WallTime, facts: WrapUpFacts): AgreedTime | null {
  return isLocalDate(agreed.date) ? readAgreedTime(agreed, facts.calleeZone ?? facts.businessZone) : null;
}

const unreadable = (read: Exclude<AgreedTime, { readonly kind: 'instant' }> | null): WrapUpProblem =>
  read === null
    ? { field, rule: 'R30', key: 'not_a_date' }
    : { field, rule: 'TIME-6', key: 'skipped_time', skips: { from: read.from, to: read.to } };

/** Checks a wrap-up whose callback may be told by the clock on the wall; a time that this clock leaves out is refused. */
export function checkAgreed(given: HandedIn, facts: WrapUpFacts): AgreedCheck {
  const { callbackAt: agreed } = given;
  if (agreed === null || typeof agreed === 'number') {
    return { check: checkWrapUp({ ...given, callbackAt: agreed }, facts), callbackAt: agreed };
  }
  const read = readIn(agreed, facts);
  const callbackAt = read?.at ?? facts.now;
  const check = checkWrapUp({ ...given, callbackAt }, facts);
  if (read?.kind === 'instant') return { check, callbackAt };
  const found = check.ok ? [] : check.problems;
  // A code that asks for no callback refuses it whatever the time.
  if (found.some((problem) => problem.field === field && problem.key === 'not_allowed')) return { check, callbackAt };
  const problems = [...found.filter((problem) => problem.field !== field), unreadable(read)];
  return { check: { ok: false, problems }, callbackAt };
}
