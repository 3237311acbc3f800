import type { WrapUpInput } from '../contract/wrap-up.ts';
import { dispositions } from '../domain/dispositions.ts';
import { factsWhenAgreed, lawfulTime } from '../domain/lawful-time.ts';
import type { Instant, ZoneName } from '../domain/vocabulary.ts';
import { clockText, localDateTime } from '../domain/zoned-time.ts';
import type { PromisedCall } from './callbacks.ts';
import type { CaseRecord } from './case-record.ts';
import type { FieldRefusal } from './casework.ts';
import { dialFactsOf } from './dial-facts-of.ts';
import type { EndedAttempt } from './ledger.ts';

const asksCallback = ({ code }: Pick<WrapUpInput, 'code'>): boolean => dispositions[code].followUp.kind === 'callback';

/** A code of an agreed call promises it; whose it is, is said in the wrap-up. */
export function promisedCall(
  input: Pick<WrapUpInput, 'code' | 'party' | 'callbackFor'>,
  attempt: EndedAttempt,
  given: { readonly callbackAt: Instant | null; readonly ownerId: string | null; readonly at: Instant },
): PromisedCall | null {
  if (given.callbackAt === null || !asksCallback(input)) return null;
  return {
    kind: 'agreed',
    lineId: attempt.lineId,
    debtorId: attempt.debtorId,
    withDebtor: input.party === 'RPC',
    forWhom: given.ownerId === null ? 'team' : (input.callbackFor ?? 'owner'),
    fromAttemptId: attempt.id,
    dueAt: given.callbackAt,
    placeAt: null,
    at: given.at,
  };
}

/** A time at which the law lets nobody ring is refused when it is agreed, not when it comes; the next one that it allows is named. */
export function unlawfulCallback(
  record: CaseRecord,
  attempt: EndedAttempt,
  given: {
    readonly input: Pick<WrapUpInput, 'code' | 'party'>;
    readonly callbackAt: Instant | null;
    readonly calleeZone: ZoneName | null;
  },
  now: Instant,
): FieldRefusal | null {
  const { input, callbackAt } = given;
  if (callbackAt === null || callbackAt <= now || !asksCallback(input)) return null;
  const call = { attemptId: attempt.id, numberId: attempt.numberId, code: input.code, party: input.party };
  const facts = factsWhenAgreed(dialFactsOf(record, { now: callbackAt, ownerOpenCases: 0 }), call, callbackAt);
  const law = lawfulTime(facts, attempt.numberId, callbackAt);
  if (law.lawful) return null;
  const { reason, next } = law;
  if (next === null) {
    return {
      field: 'callbackAt',
      rule: `CBK-2:${reason}`,
      remedy: 'There is no time at which this number may be rung.',
    };
  }
  const { date, minutes } = localDateTime(next, given.calleeZone ?? record.tenant.businessZone);
  const remedy = `The next time that the rules allow is ${date} ${clockText(minutes)} at the called number.`;
  return { field: 'callbackAt', rule: `CBK-2:${reason}`, remedy };
}
