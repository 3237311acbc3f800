import type { CalendarName } from './calendar.ts';
import { isLost } from './reachability.ts';
import type { CaseClass, NumberClass, NumberStatus } from './vocabulary.ts';

export const tracingTasks = ['trace_phone', 'lookup_114', 'registry_check', 'visit'] as const;
export type TracingTask = (typeof tracingTasks)[number];

/** R20, S22: what a case is given when its last number has become invalid. 114 is a service of mainland China (R31). */
export const tasksWhenAllInvalid = (calendar: CalendarName): readonly TracingTask[] =>
  calendar === 'CN' || calendar === 'none' ? ['trace_phone', 'lookup_114'] : ['trace_phone'];

/** R20: the registry, or a visit, comes after the search by phone has ended without a number. */
export const tasksAfterTracing = (foundNumbers: number): readonly TracingTask[] =>
  foundNumbers > 0 ? [] : ['registry_check', 'visit'];

/** R20: a case is lost once every search by phone has ended without a number. */
export const classAfterSearch = (caseClass: CaseClass, foundNumbers: number): CaseClass =>
  caseClass === 'TRACE' && foundNumbers === 0 ? 'LOST' : caseClass;

/** A lost case for which a number has turned up is traced again. */
export const isFoundAgain = (caseClass: CaseClass, statuses: readonly NumberStatus[]): boolean =>
  caseClass === 'LOST' && !isLost(statuses);

export interface NewNumber {
  readonly class: NumberClass;
  readonly status: NumberStatus;
}

/** R32, R36: a number found, or named by a third party, is unverified; a company's stands with work, others last. */
export const newNumberFrom = (source: 'company' | 'other'): NewNumber => ({
  class: source === 'company' ? 'work' : 'traced',
  status: 'unverified',
});
