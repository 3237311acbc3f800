import type { Preset } from '../../domain/preset.ts';
import { localDate } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CaseRecord } from '../case-record.ts';
import { presetOf } from '../dial-facts-of.ts';
import type { Db } from './read-case-record.ts';

type Scope = Pick<CaseRecord, 'ownerId' | 'campaignId'> &
  Parameters<typeof presetOf>[0] & {
    readonly tenant: Pick<CaseRecord['tenant'], 'businessZone'>;
  };

export type VolumeOf = Preset['cadence']['scope'];

/** Whose volume decides the tier (R1-R4): the owner's, the campaign's for a pooled case, or always the campaign's. */
export function whoseCases(
  { ownerId, campaignId }: Pick<Scope, 'ownerId' | 'campaignId'>,
  of: VolumeOf,
): { readonly scopeId: string; readonly whole: boolean; readonly where: object } | null {
  if (of === 'campaign' && campaignId !== null) return { scopeId: campaignId, whole: true, where: { campaignId } };
  if (ownerId !== null) return { scopeId: ownerId, whole: false, where: { ownerId } };
  return campaignId === null ? null : { scopeId: campaignId, whole: false, where: { campaignId, ownerId: null } };
}

/** As they are at this moment: nothing is kept of it. */
export async function countOpenCases(db: Db, whose: ReturnType<typeof whoseCases>): Promise<number> {
  return whose === null ? 0 : db.case.count({ where: { status: 'open', ...whose.where } });
}

/**
 * Open cases of an owner, or of the campaign, as the business day began: the tier of R1-R4 does not change while the day
 * is worked through. Whose volume the sweep has not taken yet is counted at the first need.
 */
export interface OwnerVolumes {
  openCases(db: Db, scope: Scope): Promise<number>;
}

export function makeOwnerVolumes(clock: Clock): OwnerVolumes {
  let kept: { readonly day: string; readonly counts: Map<string, number> } = { day: '', counts: new Map() };
  return {
    async openCases(db, scope) {
      const whose = whoseCases(scope, presetOf(scope).cadence.scope);
      if (whose === null) return 0;
      const { scopeId, whole } = whose;
      const now = clock();
      const day = localDate(now, scope.tenant.businessZone);
      if (kept.day !== day) kept = { day, counts: new Map() };
      const { counts } = kept;
      const name = `${scopeId} ${whole}`;
      const known = counts.get(name);
      if (known !== undefined) return known;
      const key = { scopeId, whole, day: new Date(day) };
      const taken = await db.dayVolume.findUnique({ where: { scopeId_whole_day: key } });
      if (taken !== null) {
        counts.set(name, taken.openCases);
        return taken.openCases;
      }
      const openCases = await countOpenCases(db, whose);
      await db.dayVolume.createMany({ data: [{ ...key, openCases, takenAt: new Date(now) }], skipDuplicates: true });
      // Not kept here: the transaction may yet come to nothing, and of two that count at once one row stands.
      const stands = await db.dayVolume.findUnique({ where: { scopeId_whole_day: key } });
      return stands?.openCases ?? openCases;
    },
  };
}
