import { decideCase } from './dial-decision.ts';
import type { CaseDialFacts } from './dial-facts.ts';
import type { DecisionReason, DispositionCode, Instant, Party } from './vocabulary.ts';

/** What the clock and the calls made say of an instant; everything else of a case can change until then. */
const lawOfTime: ReadonlySet<DecisionReason> = new Set([
  'outside_window',
  'zone_unknown',
  'holiday',
  'cap_number_day',
  'cap_person_day',
  'cap_debt_window',
  'cap_talks_day',
  'quiet_after_talk',
  'redial_gap',
]);

/** Each step leads to the next instant at which some gate opens; a law that never lets anybody call has none. */
const mostSteps = 40;

export type LawfulTime =
  | { readonly lawful: true }
  | { readonly lawful: false; readonly reason: DecisionReason; readonly next: Instant | null };

function lawAt(facts: CaseDialFacts, numberId: string, at: Instant) {
  const decision = decideCase(facts, at).numbers.find((number) => number.numberId === numberId)?.decision;
  return decision === undefined || decision.kind === 'ALLOW' || !lawOfTime.has(decision.reason) ? null : decision;
}

/** Whether the number may be rung then, as far as can be known now, and from when on it may. */
export function lawfulTime(facts: CaseDialFacts, numberId: string, at: Instant): LawfulTime {
  const first = lawAt(facts, numberId, at);
  if (first === null) return { lawful: true };
  let refusal: ReturnType<typeof lawAt> = first;
  for (let step = 0; refusal?.kind === 'DEFER' && refusal.until !== null && step < mostSteps; step += 1) {
    const next: Instant = refusal.until;
    refusal = lawAt(facts, numberId, next);
    if (refusal === null) return { lawful: false, reason: first.reason, next };
  }
  return { lawful: false, reason: first.reason, next: null };
}

/** The call in which the time is agreed on, which counts like any other by then. */
export interface AgreeingCall {
  readonly attemptId: string;
  readonly numberId: string;
  readonly code: DispositionCode;
  readonly party: Party;
}

/** The case as it will be when the agreed time comes, if nothing else happens: the date is the agreed one. */
export function factsWhenAgreed(facts: CaseDialFacts, call: AgreeingCall, at: Instant): CaseDialFacts {
  return {
    ...facts,
    liveAttemptId: null,
    case: { ...facts.case, callbackAt: at, nextFollowUpOn: null, promise: null },
    numbers: facts.numbers.map((number) => ({
      ...number,
      liveAttemptId: null,
      holdUntil: number.id === call.numberId ? at : number.holdUntil,
    })),
    history: facts.history.map((attempt) =>
      attempt.attemptId === call.attemptId
        ? { ...attempt, result: call.code, party: call.party, talk: call.party === 'RPC', answered: true }
        : attempt,
    ),
  };
}
