/** A caller who waits, and who could take him: both lists in the order in which they would be asked. */
export interface QueueClaim {
  readonly ready: readonly string[];
  /** On a call or writing one up, and could take him afterwards. */
  readonly busy: readonly string[];
}

export interface ClaimedAgents {
  /** Ready, and as good as taken. */
  readonly now: ReadonlySet<string>;
  /** Busy, and a caller's next. */
  readonly next: ReadonlySet<string>;
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
