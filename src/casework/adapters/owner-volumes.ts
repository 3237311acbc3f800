import { localDate } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CaseRecord } from '../case-record.ts';
import type { Db } from './read-case-record.ts';

type Scope = Pick<CaseRecord, 'ownerId' | 'campaignId'> & {
  readonly tenant: Pick<CaseRecord['tenant'], 'businessZone'>;
};

/** As they are at this moment: nothing is kept of it. */
export const countOpenCases = (
  db: Db,
  { ownerId, campaignId }: Pick<CaseRecord, 'ownerId' | 'campaignId'>,
): Promise<number> =>
  db.case.count({
    where: { status: 'open', ...(ownerId === null ? { campaignId, ownerId: null } : { ownerId }) },
  });

/**
 * Open cases of an owner, or of the campaign for a pooled case, as they were at the first need of the business day:
 * the tier of R1-R4 does not change while the day is worked through.
 */
export interface OwnerVolumes {
  openCases(db: Db, scope: Scope): Promise<number>;
}

export function makeOwnerVolumes(clock: Clock): OwnerVolumes {
  let kept: { readonly day: string; readonly counts: Map<string, number> } = { day: '', counts: new Map() };
  return {
    async openCases(db, { ownerId, campaignId, tenant }) {
      const scopeId = ownerId ?? campaignId;
      if (scopeId === null) return 0;
      const now = clock();
      const day = localDate(now, tenant.businessZone);
      if (kept.day !== day) kept = { day, counts: new Map() };
      const { counts } = kept;
      const known = counts.get(scopeId);
      if (known !== undefined) return known;
      const key = { day: new Date(day), scopeId };
      const taken = await db.dayVolume.findUnique({ where: { day_scopeId: key } });
      if (taken !== null) {
        counts.set(scopeId, taken.openCases);
        return taken.openCases;
      }
      const openCases = await countOpenCases(db, { ownerId, campaignId });
      await db.dayVolume.createMany({ data: [{ ...key, openCases, takenAt: new Date(now) }], skipDuplicates: true });
      // Not kept here: the transaction may yet come to nothing, and of two that count at once one row stands.
      const stands = await db.dayVolume.findUnique({ where: { day_scopeId: key } });
      return stands?.openCases ?? openCases;
    },
  };
}
