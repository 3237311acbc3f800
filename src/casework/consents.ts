import type { ConsentChannel } from '../contract/consent.ts';
import { localDate } from '../domain/zoned-time.ts';
import type { Instant, LocalDate } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { FieldRefusal } from './casework.ts';
import type { AuditTrail } from './ports.ts';

export interface ConsentBook {
  businessZone(): Promise<string>;
  /** Null: the case has no such number. The same consent again is the one that is there. */
  add(consent: {
    readonly caseId: string;
    readonly numberId: string;
    readonly givenOn: LocalDate;
    readonly channel: ConsentChannel;
    readonly by: string;
    readonly at: Instant;
  }): Promise<{ readonly consentId: string; readonly isNew: boolean } | null>;
  /** False: there is no such consent standing. */
  withdraw(consent: {
    readonly caseId: string;
    readonly consentId: string;
    readonly by: string;
    readonly at: Instant;
  }): Promise<boolean>;
}

export type ConsentReply =
  | { readonly kind: 'recorded'; readonly consentId: string }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

const refused = (field: string, rule: string, remedy: string): ConsentReply => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

/** The debtor's own consent to further calls (Reg F), and its end, which holds from the moment it is told. */
export interface ConsentDesk {
  record(
    by: string,
    consent: { caseId: string; numberId: string; channel: ConsentChannel; givenOn: LocalDate | null },
  ): Promise<ConsentReply>;
  withdraw(by: string, caseId: string, consentId: string): Promise<boolean>;
}

export function makeConsentDesk(deps: { book: ConsentBook; audit: AuditTrail; clock: Clock }): ConsentDesk {
  const { book, audit, clock } = deps;
  return {
    async record(by, { caseId, numberId, channel, givenOn }) {
      const at = clock();
      const today = localDate(at, await book.businessZone());
      if (givenOn !== null && givenOn > today) {
        return refused('givenOn', 'DEC-9:too_late', `Give the day on which it was said: ${today} at the latest.`);
      }
      const added = await book.add({ caseId, numberId, channel, givenOn: givenOn ?? today, by, at });
      if (added === null) return refused('numberId', 'DEC-9:unknown_number', 'Choose a number of this case.');
      if (added.isNew) {
        await audit.record({
          actorId: by,
          action: 'consent.recorded',
          subjectType: 'case',
          subjectId: caseId,
          detail: { consentId: added.consentId, numberId, channel, givenOn: givenOn ?? today },
        });
      }
      return { kind: 'recorded', consentId: added.consentId };
    },
    async withdraw(by, caseId, consentId) {
      if (!(await book.withdraw({ caseId, consentId, by, at: clock() }))) return false;
      await audit.record({
        actorId: by,
        action: 'consent.withdrawn',
        subjectType: 'case',
        subjectId: caseId,
        detail: { consentId },
      });
      return true;
    },
  };
}
