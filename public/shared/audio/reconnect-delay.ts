/**
 * Wait before the nth attempt to reach the audio socket again. The cap and the give-up time of one attempt
 * together stay under 2 s, so that a network that is back finds the agent back within 2 s.
 */
export const attemptTimeoutMs = 1_200;
const capMs = 700;

/** `dice` in 0..1 spreads a floor of agents that lost the server at the same instant. */
export function reconnectDelayMs(attempt: number, dice: number): number {
  const ceiling = Math.min(capMs, 80 * 2 ** Math.min(attempt, 6));
  return Math.round(ceiling * (0.5 + 0.5 * dice));
}
