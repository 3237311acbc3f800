import { decidePace, type PaceDecision, type PacingSnapshot } from './pacing.ts';

/** A fixed number of calls for each ready agent, whatever is learned; the other bounds are those of one call each. */
export function decideRatio(snapshot: PacingSnapshot, ratio: number): PaceDecision {
  const { agents } = snapshot;
  const wanted = Math.floor(agents.ready * Math.max(1, ratio));
  const { figures, ...decision } = decidePace({
    ...snapshot,
    mode: 'progressive',
    agents: { ...agents, ready: wanted },
  });
  return { ...decision, figures: { ...figures, ready: agents.ready } };
}
