import type { Disposition } from './dispositions.ts';
import type { CaseClass, DispositionCode, Instant, LocalDate, Party, StopKind } from './vocabulary.ts';
import {
  afterConfirmation,
  contactDate,
  prefillWrapUp,
  promiseNextDate,
  type DateBounds,
  type WrapUpFacts,
} from './wrap-up-dates.ts';
import { localDate, startOfLocalDate } from './zoned-time.ts';

export interface WrapUpRequest {
  readonly code: DispositionCode;
  readonly party: Party;
  readonly nextFollowUpOn: LocalDate | null;
  readonly promise: { readonly amountMinor: number; readonly dueOn: LocalDate } | null;
  readonly fundDate: LocalDate | null;
  readonly callbackAt: Instant | null;
  readonly suspect: string | null;
  readonly clues: string | null;
}

/** What saving the wrap-up does; applied by the rooms in one transaction. */
export interface WrapUpEffects {
  readonly classAfter: CaseClass;
  /** The case's explicit date; null = the cadence decides, or the case is stopped. */
  readonly nextFollowUpOn: LocalDate | null;
  /** Instant of a debtor's callback, or of the next due-day daypart. */
  readonly callbackAt: Instant | null;
  /** Third-party results hold the number only (3.4). */
  readonly holdNumberUntil: Instant | null;
  readonly holdReason: DispositionCode | null;
  /** Code of the counter event of this call. */
  readonly counterCode: DispositionCode;
  readonly stop: { readonly kind: StopKind; readonly scope: 'person' | 'debt' } | null;
  readonly blockNumber: boolean;
  readonly promise: {
    readonly amountMinor: number;
    readonly dueOn: LocalDate;
    readonly reminderOn: LocalDate | null;
  } | null;
  readonly fundDate: LocalDate | null;
  /** True: the case is effective from now on (R1). Null: unchanged. */
  readonly effective: true | null;
  /** A substantive talk with the debtor: counts for talk caps and the quiet period. */
  readonly talk: boolean;
  /** The window had no open day; the date after it is no breach. */
  readonly excused: boolean;
  /** A date beyond the manual's window was let through by a supervisor; to be logged. */
  readonly overridden: boolean;
}

/** The effects of a request that passed its check. */
export function effectsOf(
  request: WrapUpRequest,
  facts: WrapUpFacts,
  disposition: Disposition,
  excused: boolean,
): WrapUpEffects {
  const next = nextContact(request, facts, disposition);
  const onNumber =
    (disposition.hold === 'number' && facts.preset.lm.holdScope === 'number') ||
    (disposition.hold === 'by_party' && request.party !== 'RPC');
  const holdNumberUntil = !onNumber
    ? null
    : (next.callbackAt ?? (next.on === null ? null : startOfLocalDate(next.on, facts.businessZone)));
  const { promise } = request;
  return {
    classAfter: disposition.classAfter ?? facts.currentClass,
    nextFollowUpOn: onNumber ? null : next.on,
    callbackAt: onNumber ? null : next.callbackAt,
    holdNumberUntil,
    holdReason: holdNumberUntil === null ? null : request.code,
    counterCode: request.code,
    stop:
      disposition.stop === null || disposition.stopScope === null
        ? null
        : { kind: disposition.stop, scope: disposition.stopScope },
    blockNumber: disposition.numberEffect === 'block',
    promise:
      promise === null
        ? null
        : {
            amountMinor: promise.amountMinor,
            dueOn: promise.dueOn,
            reminderOn: reminderBefore(next.on, promise.dueOn),
          },
    fundDate: request.fundDate,
    effective: request.party === 'RPC' || request.party === 'TPC' ? true : null,
    talk: request.party === 'RPC',
    excused,
    overridden: facts.override && isBeyondWindow(request, facts),
  };
}

const reminderBefore = (next: LocalDate | null, dueOn: LocalDate): LocalDate | null =>
  next !== null && next < dueOn ? next : null;

function isBeyondWindow(request: WrapUpRequest, facts: WrapUpFacts): boolean {
  const plain = prefillWrapUp(request.code, { ...facts, override: false }, request.fundDate);
  const beyond = (date: LocalDate | null, bounds: DateBounds | null): boolean =>
    date !== null && bounds !== null && (date < bounds.min || date > bounds.max);
  return (
    beyond(request.promise?.dueOn ?? null, plain.promiseDue) ||
    beyond(request.fundDate, plain.fundDate) ||
    beyond(request.nextFollowUpOn, plain.nextFollowUp)
  );
}

function nextContact(
  request: WrapUpRequest,
  facts: WrapUpFacts,
  disposition: Disposition,
): { readonly on: LocalDate | null; readonly callbackAt: Instant | null } {
  switch (disposition.followUp.kind) {
    case 'window':
    case 'fund':
      return { on: request.nextFollowUpOn, callbackAt: null };
    case 'reminder': {
      const dueOn = request.promise?.dueOn ?? null;
      return { on: dueOn === null ? null : promiseNextDate(dueOn, contactDate(facts), facts), callbackAt: null };
    }
    case 'promise_due': {
      if (facts.promise === null) return { on: null, callbackAt: null };
      const after = afterConfirmation(facts.promise.dueOn, facts);
      return { on: after.nextFollowUpOn, callbackAt: after.callbackAt };
    }
    case 'callback': {
      const { callbackAt } = request;
      return { on: callbackAt === null ? null : localDate(callbackAt, facts.businessZone), callbackAt };
    }
    case 'cadence':
    case 'none':
      return { on: null, callbackAt: null };
  }
}
