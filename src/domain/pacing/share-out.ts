import type { Instant } from '../vocabulary.ts';

/** What one campaign asks of something that several share: channels, the trunk's rate, agents. */
export interface Claim {
  readonly campaignId: string;
  /** Smaller ones first. */
  readonly priority: number;
  /** What it has of it already. */
  readonly holds: number;
  /** So many more it has use for now. */
  readonly wants: number;
  /** When it last took some: equals that hold as much take turns. */
  readonly tookAt: Instant;
}

interface Open {
  readonly claim: Claim;
  given: number;
}

const comesBefore = (a: Open, b: Open): boolean => {
  const difference =
    a.claim.priority - b.claim.priority ||
    a.claim.holds + a.given - (b.claim.holds + b.given) ||
    a.claim.tookAt - b.claim.tookAt;
  return difference === 0 ? a.claim.campaignId < b.claim.campaignId : difference < 0;
};

/**
 * Hands units out one by one: to the smallest priority first, among equals to whoever would hold least, then to whoever took
 * last the longest ago. Says for each unit who gets it; null: nobody who may have it wants one more. The same claims give the
 * same answer to each of them, so campaigns that are paced on different nodes agree without asking each other.
 */
export function handOut<Unit>(
  units: readonly Unit[],
  claims: readonly Claim[],
  mayHave: (unit: Unit, campaignId: string) => boolean = () => true,
): readonly (string | null)[] {
  const open = claims.map((claim): Open => ({ claim, given: 0 }));
  return units.map((unit) => {
    let first: Open | null = null;
    for (const one of open) {
      if (one.given >= one.claim.wants || !mayHave(unit, one.claim.campaignId)) continue;
      if (first === null || comesBefore(one, first)) first = one;
    }
    if (first === null) return null;
    first.given += 1;
    return first.claim.campaignId;
  });
}

/** How many of what is free are for a campaign, and who is served before it with the rest; null: nobody. */
export function partOf(
  own: Claim,
  rivals: readonly Claim[],
  free: number,
): { readonly count: number; readonly waitsFor: string | null } {
  const wanting = rivals.filter(({ wants }) => wants > 0);
  const units = Math.max(0, Math.floor(free));
  if (wanting.length === 0) return { count: units, waitsFor: null };
  const given = handOut(
    Array.from({ length: units }, (_, index) => index),
    [own, ...wanting],
  );
  const count = given.filter((campaignId) => campaignId === own.campaignId).length;
  const ahead =
    units > 0 ? given.find((campaignId) => campaignId !== own.campaignId) : handOut([0], [own, ...wanting])[0];
  return { count, waitsFor: ahead === own.campaignId ? null : (ahead ?? null) };
}
