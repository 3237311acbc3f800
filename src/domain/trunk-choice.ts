/** Which trunk a call goes over. */

export interface TrunkForChoice {
  readonly trunkId: string;
  /** On, not quiet, not out, and carried by an account at hand. */
  readonly usable: boolean;
  readonly freeChannels: number;
  /** Smaller ones first. */
  readonly priority: number;
  /** Its share among trunks of one priority. */
  readonly weight: number;
  readonly prefixes: readonly string[];
  readonly refusedPrefixes: readonly string[];
  readonly failoverId: string | null;
}

/** What is refused wins over what is taken; no prefix at all takes every number. */
export function takesNumber(trunk: Pick<TrunkForChoice, 'prefixes' | 'refusedPrefixes'>, e164: string): boolean {
  const begins = (prefix: string): boolean => e164.startsWith(prefix);
  if (trunk.refusedPrefixes.some(begins)) return false;
  return trunk.prefixes.length === 0 || trunk.prefixes.some(begins);
}

/** Where the calls of a trunk go one after the other while it cannot take them; ends before it would come round again. */
export function failoverChain(trunkId: string, next: (trunkId: string) => string | null): readonly string[] {
  const chain: string[] = [];
  for (let at = next(trunkId); at !== null && at !== trunkId && !chain.includes(at); at = next(at)) chain.push(at);
  return chain;
}

/** The trunks that lead back to the given one, in order; null = its chain comes to an end. */
export function failoverCircle(trunkId: string, next: (trunkId: string) => string | null): readonly string[] | null {
  const chain = failoverChain(trunkId, next);
  const last = chain.at(-1) ?? trunkId;
  return next(last) === trunkId ? [trunkId, ...chain] : null;
}

/** Heaviest draws first, by the shares that are left: each trunk leads as often as its weight says. */
function byWeight(trunks: readonly TrunkForChoice[], draw: number): readonly TrunkForChoice[] {
  const left = [...trunks];
  const order: TrunkForChoice[] = [];
  let rest = draw;
  while (left.length > 0) {
    const total = left.reduce((sum, trunk) => sum + trunk.weight, 0);
    let point = rest * total;
    const found = left.findIndex((trunk) => (point -= trunk.weight) < 0);
    const [taken] = left.splice(found === -1 ? left.length - 1 : found, 1);
    if (taken === undefined) break;
    order.push(taken);
    // The same draw stretched over what is left: one number decides the whole order.
    rest = Math.min(Math.max((point + taken.weight) / taken.weight, 0), 1 - Number.EPSILON);
  }
  return order;
}

/** The given trunks and all that stand in for them. */
export function reachedTrunks(
  all: readonly Pick<TrunkForChoice, 'trunkId' | 'failoverId'>[],
  ownIds: readonly string[],
): ReadonlySet<string> {
  const next = (id: string): string | null => all.find((trunk) => trunk.trunkId === id)?.failoverId ?? null;
  return new Set(ownIds.flatMap((id) => [id, ...failoverChain(id, next)]));
}

/**
 * TRK-6: the campaign's own trunks by priority, then by weight; then those that stand in for them. One that is off, out,
 * full or does not take the number is passed over. `draw` is a number from 0 up to 1.
 */
export function trunkOrder(
  all: readonly TrunkForChoice[],
  ownIds: readonly string[],
  e164: string,
  draw: number,
): readonly string[] {
  const byId = new Map(all.map((trunk) => [trunk.trunkId, trunk]));
  const own = ownIds.flatMap((id) => byId.get(id) ?? []);
  const priorities = [...new Set(own.map((trunk) => trunk.priority))].sort((a, b) => a - b);
  const ordered = priorities.flatMap((priority) =>
    byWeight(
      own.filter((trunk) => trunk.priority === priority),
      draw,
    ),
  );
  const standIns = ordered.flatMap((trunk) => failoverChain(trunk.trunkId, (id) => byId.get(id)?.failoverId ?? null));
  return [...new Set([...ordered.map((trunk) => trunk.trunkId), ...standIns])].filter((id) => {
    const trunk = byId.get(id);
    return trunk !== undefined && trunk.usable && trunk.freeChannels > 0 && takesNumber(trunk, e164);
  });
}
