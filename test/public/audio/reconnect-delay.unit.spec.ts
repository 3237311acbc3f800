import { describe, expect, it } from 'vitest';
import { attemptTimeoutMs, reconnectDelayMs } from '../../../public/shared/audio/reconnect-delay.ts';

describe('reconnecting the audio socket', () => {
  it('[AUD-4] a wait and a whole failed attempt together stay under 2 s, however many have failed', () => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      expect(reconnectDelayMs(attempt, 1) + attemptTimeoutMs).toBeLessThan(2_000);
    }
  });

  it('[AUD-4] the first attempt is quick and agents are spread', () => {
    expect(reconnectDelayMs(0, 1)).toBeLessThanOrEqual(80);
    expect(reconnectDelayMs(5, 0)).toBeLessThan(reconnectDelayMs(5, 1));
  });
});
