import type { Clock } from '../../platform/clock.ts';
import type { CaseRecord } from '../case-record.ts';
import type { Db } from './read-case-record.ts';

/** Open cases of an owner, or of the campaign for a pooled case (R1-R4). */
export interface OwnerVolumes {
  openCases(db: Db, record: Pick<CaseRecord, 'ownerId' | 'campaignId'>): Promise<number>;
}

/** The volume decides between two tiers only; counting it for every call would cost more than it tells. */
const keptForMs = 5 * 60_000;

export function makeOwnerVolumes(clock: Clock): OwnerVolumes {
  const kept = new Map<string, { readonly count: number; readonly until: number }>();
  return {
    async openCases(db, { ownerId, campaignId }) {
      const key = ownerId ?? campaignId;
      if (key === null) return 0;
      const known = kept.get(key);
      if (known !== undefined && known.until > clock()) return known.count;
      const count = await db.case.count({
        where: { status: 'open', ...(ownerId === null ? { campaignId, ownerId: null } : { ownerId }) },
      });
      kept.set(key, { count, until: clock() + keptForMs });
      return count;
    },
  };
}
