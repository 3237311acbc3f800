import { thirdPartyClasses } from '../../domain/number-order.ts';
import { usualRouting } from '../../domain/routing/routing-rules.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { Prisma } from '../../platform/prisma/client.ts';
import type { CallNeeds } from '../ports.ts';

/** A row of `needsColumns`; the campaign's are null where there is none. */
export interface NeedsRow {
  readonly ownerId: string | null;
  readonly ownerTeamId: string | null;
  readonly knownTo: string | null;
  readonly language: string | null;
  readonly requiredSkills: readonly string[] | null;
  readonly languageRule: string | null;
  readonly affinityMs: number | null;
  readonly balanceOccupancy: boolean | null;
  readonly stickyDays: number | null;
}

/**
 * What the choice of an agent must know of a call, beside a case `c`, its owner `o` and the campaign `k`, which may be
 * missing. `line`: the line that is talked on, or NULL. A talk that was written up as nobody's makes nobody known.
 */
export const needsColumns = (line: Prisma.Sql, now: Instant): Prisma.Sql => Prisma.sql`
  c."ownerId", o."teamId" AS "ownerTeamId", c."language", k."requiredSkills", k."languageRule", k."affinityMs",
  k."balanceOccupancy", k."stickyDays", (
    SELECT t."agentId" FROM "Attempt" t LEFT JOIN "WrapUp" w ON w."attemptId" = t."id"
    WHERE t."lineId" = ${line} AND t."debtorId" = c."debtorId" AND t."agentId" IS NOT NULL AND t."connectedAt" IS NOT NULL
      AND t."endedAt" IS NOT NULL AND w."party" IS DISTINCT FROM 'none'
      AND t."intendedAt" > ${new Date(now)}::timestamptz
        - make_interval(days => COALESCE(k."stickyDays", ${usualRouting.stickyDays}::int))
      AND EXISTS (SELECT 1 FROM "PhoneNumber" n WHERE n."caseId" = c."id" AND n."lineId" = t."lineId"
        AND n."class" = ANY(${[...thirdPartyClasses]}))
    ORDER BY t."intendedAt" DESC LIMIT 1) AS "knownTo"`;

export const needsOf = (row: NeedsRow): CallNeeds => ({
  ownerId: row.ownerId,
  ownerTeamId: row.ownerTeamId,
  knownTo: row.knownTo,
  language: row.language,
  rules: {
    requiredSkills: row.requiredSkills ?? usualRouting.requiredSkills,
    languageRule: row.languageRule === 'required' ? 'required' : 'preferred',
    affinityMs: row.affinityMs ?? usualRouting.affinityMs,
    balanceOccupancy: row.balanceOccupancy ?? usualRouting.balanceOccupancy,
    stickyDays: row.stickyDays ?? usualRouting.stickyDays,
  },
});
