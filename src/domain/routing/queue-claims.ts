import type { Instant } from '../vocabulary.ts';

/** A caller who waits, and who could take him: both lists in the order in which they would be asked. */
export interface QueueClaim {
  readonly ready: readonly string[];
  /** On a call or writing one up, and could take him afterwards. */
  readonly busy: readonly string[];
}

/** Of whom it is, and since when he waits: so that what several nodes say of one caller counts once. */
export interface CallerClaim extends QueueClaim {
  readonly caller: string;
  readonly since: Instant;
}

export interface ClaimedAgents {
  /** Ready, and as good as taken. */
  readonly now: ReadonlySet<string>;
  /** Busy, and a caller's next. */
  readonly next: ReadonlySet<string>;
}

/**
 * What each node says of the callers who wait there, as one queue, the longest wait first. A place that is kept, and a
 * caller who was given away, wait at several nodes: whoever could take him at any of them could take him.
 */
export function mergeClaims(nodes: readonly (readonly CallerClaim[])[]): readonly CallerClaim[] {
  const merged = new Map<string, CallerClaim>();
  for (const claim of nodes.flat()) {
    const known = merged.get(claim.caller);
    merged.set(
      claim.caller,
      known === undefined
        ? claim
        : {
            caller: claim.caller,
            since: Math.min(known.since, claim.since),
            ready: [...new Set([...known.ready, ...claim.ready])],
            busy: [...new Set([...known.busy, ...claim.busy])],
          },
    );
  }
  return [...merged.values()].sort((a, b) => a.since - b.since || (a.caller < b.caller ? -1 : 1));
}

/**
 * Whoever rings us comes before whoever we ring: each caller, the longest wait first, has the first agent who may take him
 * and is no other caller's, ready before busy. An agent counts for one caller, however many campaigns he works for.
 */
export function claimAgents(claims: readonly QueueClaim[]): ClaimedAgents {
  const now = new Set<string>();
  const next = new Set<string>();
  for (const { ready, busy } of claims) {
    const free = ready.find((agentId) => !now.has(agentId));
    if (free !== undefined) {
      now.add(free);
      continue;
    }
    const coming = busy.find((agentId) => !next.has(agentId));
    if (coming !== undefined) next.add(coming);
  }
  return { now, next };
}
