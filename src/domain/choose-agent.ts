import type { Instant } from './vocabulary.ts';

export interface AgentCandidate {
  readonly agentId: string;
  readonly readySince: Instant;
  /** Proof of life: audio socket, running clock, live microphone, answered probe. */
  readonly alive: boolean;
}

export type AgentChoice =
  | { readonly agentId: string; readonly because: 'owner' | 'longest_ready' }
  | { readonly agentId: null; readonly because: 'nobody_ready' | 'nobody_alive' };

/** The owner of the case if ready, else whoever has been ready longest; equal times fall to the smaller id. */
export function chooseAgent(candidates: readonly AgentCandidate[], ownerId: string | null): AgentChoice {
  if (candidates.length === 0) return { agentId: null, because: 'nobody_ready' };
  const alive = candidates.filter((candidate) => candidate.alive);
  const owner = ownerId === null ? undefined : alive.find((candidate) => candidate.agentId === ownerId);
  if (owner !== undefined) return { agentId: owner.agentId, because: 'owner' };
  let best: AgentCandidate | null = null;
  for (const candidate of alive) {
    if (
      best === null ||
      candidate.readySince < best.readySince ||
      (candidate.readySince === best.readySince && candidate.agentId < best.agentId)
    ) {
      best = candidate;
    }
  }
  return best === null
    ? { agentId: null, because: 'nobody_alive' }
    : { agentId: best.agentId, because: 'longest_ready' };
}
