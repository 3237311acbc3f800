import type { CaseOwnerRequest, CaseOwners } from '../contract/case-owner.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { FieldRefusal } from './casework.ts';
import type { CaseEntry, CaseLedger } from './ledger.ts';
import type { AuditTrail } from './ports.ts';
import { reviewCase } from './review-case.ts';

export interface OwnerBook {
  /** Collectors who may sign in, by name. */
  collectors(): Promise<CaseOwners['owners']>;
}

export type GiveReply =
  | { readonly kind: 'given' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

const refused = (rule: string, remedy: string): GiveReply => ({
  kind: 'refused',
  problems: [{ field: 'ownerId', rule, remedy }],
});

/** Within the case's transaction: the timeline says who did it and why, and the cadence is judged by the new owner's volume. */
export async function giveWithin(
  entry: CaseEntry,
  ownerId: string | null,
  said: { readonly by: string; readonly reason: string },
  now: Instant,
): Promise<void> {
  await entry.giveTo(ownerId, said);
  await reviewCase(entry, now);
}

/** A case changes hands. Its cadence is judged by the new owner's volume at once; tasks stay with whom they are. */
export function makeGiveCase(deps: {
  readonly ledger: CaseLedger;
  readonly owners: OwnerBook;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}) {
  const { ledger, owners, audit, clock } = deps;
  return async (caseId: string, { ownerId, reason }: CaseOwnerRequest, by: string): Promise<GiveReply> => {
    if (ownerId !== null && !(await owners.collectors()).some(({ userId }) => userId === ownerId)) {
      return refused('CASE-27:no_collector', 'Choose a collector who may sign in.');
    }
    const given = await ledger.withCase(caseId, async (entry) => {
      const before = (await entry.record()).ownerId;
      if (before === ownerId) return 'same';
      await giveWithin(entry, ownerId, { by, reason }, clock());
      return 'given';
    });
    if (given === null) return { kind: 'unknown' };
    if (given === 'same') return refused('CASE-27:has_it_already', 'Choose somebody else.');
    const detail = { ownerId, reason };
    await audit.record({ actorId: by, action: 'case.given', subjectType: 'case', subjectId: caseId, detail });
    return { kind: 'given' };
  };
}
