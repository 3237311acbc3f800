import type { z } from 'zod';
import type { suppressionRequest } from '../../contract/suppression.ts';
import type { JudgeNumber } from '../../domain/placement/judge-number.ts';
import { addDays, localDate, startOfLocalDate } from '../../domain/zoned-time.ts';
import type { Instant, LocalDate } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { FieldRefusal } from '../casework.ts';
import type { AuditTrail, RingingCalls } from '../ports.ts';
import type { SuppressionBook } from './suppression-book.ts';

/** How numbers are written in this house, and by whose clock its days end. */
export interface HouseNumbers {
  readonly country: string;
  readonly judge: JudgeNumber;
  readonly zone: string;
}

export type PutReply =
  | { readonly kind: 'done'; readonly put: 'added' | 'changed'; readonly id: string; readonly hungUp: number }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

/** The number as it is stored; null: it is none. */
export function readNumber(written: string, { judge }: HouseNumbers): string | null {
  const verdict = judge(written.replace(/\D/g, ''), written.trim().startsWith('+') ? 'international' : 'national');
  return verdict.kind === 'valid' ? verdict.e164 : null;
}

/** The instant at which the last day is over. */
export const endOf = (day: LocalDate | null, zone: string): Instant | null =>
  day === null ? null : startOfLocalDate(addDays(day, 1), zone);

/** What rings there is hung up once the number stands on the list; a talk that runs is not cut off. */
export async function silence(
  e164s: readonly string[],
  deps: { readonly book: SuppressionBook; readonly ringing: RingingCalls },
): Promise<number> {
  const attempts = await deps.book.liveCalls(e164s);
  await Promise.all(attempts.map((attemptId) => deps.ringing.hangUpRinging(attemptId)));
  return attempts.length;
}

/** Numbers one by one: put on the list, taken off it for a reason. */
export function makeSuppressionDesk(deps: {
  readonly book: SuppressionBook;
  readonly house: () => Promise<HouseNumbers>;
  readonly ringing: RingingCalls;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}) {
  const { book, clock } = deps;
  return {
    async put(request: z.output<typeof suppressionRequest>, userId: string): Promise<PutReply> {
      const house = await deps.house();
      const at = clock();
      const problems: FieldRefusal[] = [];
      const e164 = readNumber(request.number, house);
      if (e164 === null) {
        problems.push({ field: 'number', rule: 'DNC-1:invalid', remedy: 'Give the number with + and country code.' });
      }
      if (request.expiresOn !== null && request.expiresOn < localDate(at, house.zone)) {
        problems.push({ field: 'expiresOn', rule: 'DNC-1:past', remedy: 'Give today or a later day, or none.' });
      }
      if (e164 === null || problems.length > 0) return { kind: 'refused', problems };
      const { source, reason } = request;
      const entry = { e164, source, reason, expiresAt: endOf(request.expiresOn, house.zone) };
      const { kind, id } = await book.put(entry, { userId, at });
      const hungUp = await silence([e164], { book, ringing: deps.ringing });
      await book.lookAgain([e164], at);
      await deps.audit.record({
        actorId: userId,
        action: kind === 'added' ? 'suppression.added' : 'suppression.changed',
        subjectType: 'suppression',
        subjectId: id,
        detail: { source, hungUp, expiresOn: request.expiresOn },
      });
      return { kind: 'done', put: kind, id, hungUp };
    },
    /** False: it does not stand on the list. */
    async remove(id: string, reason: string, userId: string): Promise<boolean> {
      const at = clock();
      const removed = await book.remove(id, { userId, at, reason });
      if (removed === null) return false;
      await book.lookAgain([removed.e164], at);
      await deps.audit.record({
        actorId: userId,
        action: 'suppression.removed',
        subjectType: 'suppression',
        subjectId: id,
        detail: { reason },
      });
      return true;
    },
  };
}
export type SuppressionDesk = ReturnType<typeof makeSuppressionDesk>;
