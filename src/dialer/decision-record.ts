import type { CaseDialFacts, DialDecision } from '../domain/dial-facts.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { CaseForDialing } from './ports.ts';

/** The rules by which an attempt was decided, and the decision with all that it looked at. */
export interface DecisionRecord {
  readonly presetName: string;
  readonly presetVersion: number;
  /** Of the campaign's own rules. */
  readonly rulesVersion: number;
  /** Kind, latest instant, whether an agent has to be kept, the first gate that was shut (null: none), every gate asked, every input. */
  readonly decision: object;
}

/** The rules are named by their versions, the calendar by its name; ids stand for persons and lines (INV-9). */
function inputsOf({ preset: _rules, calendar, ...facts }: CaseDialFacts, localLaw: readonly string[]): object {
  return { ...facts, calendar: calendar.name, localLaw };
}

/** Enough to take the decision again and see why it came out as it did. */
export function recordDecision(
  subject: Pick<CaseForDialing, 'facts' | 'localLaw' | 'rulesVersion'>,
  decision: DialDecision,
  at: Instant,
): DecisionRecord {
  const { facts, localLaw, rulesVersion } = subject;
  return {
    presetName: facts.preset.name,
    presetVersion: facts.preset.version,
    rulesVersion,
    decision: {
      at,
      kind: decision.kind,
      dialBy: decision.kind === 'ALLOW' ? decision.dialBy : null,
      agentReserved: decision.kind === 'ALLOW' && decision.agentReserved,
      firstFailing: decision.trace.find(({ passed }) => !passed) ?? null,
      trace: decision.trace,
      inputs: inputsOf(facts, localLaw),
    },
  };
}
