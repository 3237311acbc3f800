import { addWorkingDays, type Calendar } from './calendar.ts';
import type { TaskClocks } from './preset.ts';
import type { CaseClass, LocalDate } from './vocabulary.ts';
import { addDays } from './zoned-time.ts';

/** R23-R27: claimed by phone, appointed, signed, delivered, with the bank; then confirmed or denied, and recalled. */
export type FraudCase =
  | { readonly step: 'claimed'; readonly claimedOn: LocalDate; readonly classBefore: CaseClass }
  | {
      readonly step: 'appointed';
      readonly claimedOn: LocalDate;
      readonly classBefore: CaseClass;
      readonly signOn: LocalDate;
      readonly place: 'bank' | 'agency';
    }
  | { readonly step: 'signed'; readonly signedOn: LocalDate; readonly classBefore: CaseClass }
  | { readonly step: 'awaiting_bank'; readonly deliveredOn: LocalDate; readonly classBefore: CaseClass }
  | { readonly step: 'confirmed'; readonly confirmedOn: LocalDate }
  | { readonly step: 'recalled'; readonly recalledOn: LocalDate }
  | { readonly step: 'denied'; readonly deniedOn: LocalDate; readonly classAfter: CaseClass };

export type FraudEvent =
  | { readonly kind: 'appoint'; readonly on: LocalDate; readonly signOn: LocalDate; readonly place: 'bank' | 'agency' }
  | { readonly kind: 'sign'; readonly on: LocalDate }
  | { readonly kind: 'deliver'; readonly on: LocalDate }
  | { readonly kind: 'confirm'; readonly on: LocalDate }
  | { readonly kind: 'deny'; readonly on: LocalDate }
  | { readonly kind: 'recall'; readonly on: LocalDate };

export type FraudMove =
  | { readonly kind: 'moved'; readonly to: FraudCase }
  | { readonly kind: 'refused'; readonly rule: string; readonly because: 'wrong_step' | 'before_last_step' };

const moved = (to: FraudCase): FraudMove => ({ kind: 'moved', to });
const refused = (rule: string, because: 'wrong_step' | 'before_last_step'): FraudMove => ({
  kind: 'refused',
  rule,
  because,
});

function lastDateOf(fraud: FraudCase): LocalDate {
  switch (fraud.step) {
    case 'claimed':
    case 'appointed':
      return fraud.claimedOn;
    case 'signed':
      return fraud.signedOn;
    case 'awaiting_bank':
      return fraud.deliveredOn;
    case 'confirmed':
      return fraud.confirmedOn;
    case 'recalled':
      return fraud.recalledOn;
    case 'denied':
      return fraud.deniedOn;
  }
}

/** One step of the workflow. A statement signed at the bank is with the bank; ours is still to be delivered. */
export function moveFraud(fraud: FraudCase, event: FraudEvent): FraudMove {
  const { on } = event;
  if (on < lastDateOf(fraud)) return refused('R25', 'before_last_step');
  switch (event.kind) {
    case 'appoint': {
      if (fraud.step !== 'claimed' && fraud.step !== 'appointed') return refused('R24', 'wrong_step');
      if (event.signOn < on) return refused('R24', 'before_last_step');
      const { claimedOn, classBefore } = fraud;
      return moved({ step: 'appointed', claimedOn, classBefore, signOn: event.signOn, place: event.place });
    }
    case 'sign': {
      if (fraud.step !== 'appointed') return refused('R25', 'wrong_step');
      const { classBefore } = fraud;
      return fraud.place === 'bank'
        ? moved({ step: 'awaiting_bank', deliveredOn: on, classBefore })
        : moved({ step: 'signed', signedOn: on, classBefore });
    }
    case 'deliver':
      if (fraud.step !== 'signed') return refused('R25', 'wrong_step');
      return moved({ step: 'awaiting_bank', deliveredOn: on, classBefore: fraud.classBefore });
    case 'confirm':
      if (fraud.step !== 'awaiting_bank') return refused('R26', 'wrong_step');
      return moved({ step: 'confirmed', confirmedOn: on });
    case 'deny':
      if (fraud.step !== 'awaiting_bank') return refused('R27', 'wrong_step');
      return moved({ step: 'denied', deniedOn: on, classAfter: fraud.classBefore });
    case 'recall':
      if (fraud.step !== 'confirmed') return refused('R26', 'wrong_step');
      return moved({ step: 'recalled', recalledOn: on });
  }
}

/** The hold is over only when the bank says that it was no fraud (R27); a recalled case is never dialed. */
export const holdsDialing = (fraud: FraudCase): boolean => fraud.step !== 'denied';

export interface FraudDeadline {
  readonly rule: 'R24' | 'R26';
  /** From this day on a reminder is shown. */
  readonly warnOn: LocalDate;
  /** The last day in time. */
  readonly lastDayOn: LocalDate;
}

/** What the clock of the present step says; null where the rulebook sets none. */
export function fraudDeadline(fraud: FraudCase, clocks: TaskClocks, calendar: Calendar): FraudDeadline | null {
  if (fraud.step === 'claimed' || fraud.step === 'appointed') {
    const on = addDays(fraud.claimedOn, clocks.fraudSignDays);
    return { rule: 'R24', warnOn: on, lastDayOn: on };
  }
  if (fraud.step !== 'confirmed') return null;
  const [warn, last] = clocks.fraudRecallWorkingDays;
  return {
    rule: 'R26',
    warnOn: addWorkingDays(calendar, fraud.confirmedOn, warn),
    lastDayOn: addWorkingDays(calendar, fraud.confirmedOn, last),
  };
}

export function deadlineState(deadline: FraudDeadline, today: LocalDate): 'open' | 'warned' | 'breached' {
  if (today > deadline.lastDayOn) return 'breached';
  return today >= deadline.warnOn ? 'warned' : 'open';
}

const nextMoves: Readonly<Record<FraudCase['step'], readonly FraudEvent['kind'][]>> = {
  claimed: ['appoint'],
  appointed: ['sign', 'appoint'],
  signed: ['deliver'],
  awaiting_bank: ['confirm', 'deny'],
  confirmed: ['recall'],
  recalled: [],
  denied: [],
};

/** What may follow a step, the usual first. */
export const movesFrom = (step: FraudCase['step']): readonly FraudEvent['kind'][] => nextMoves[step];
