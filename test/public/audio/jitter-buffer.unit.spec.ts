import { describe, expect, it } from 'vitest';
import { frameSamples, JitterBuffer } from '../../../public/shared/audio/jitter-buffer.ts';

const tone = (sequence: number): Float32Array =>
  Float32Array.from(
    { length: frameSamples },
    (_, i) => 0.4 * Math.sin((2 * Math.PI * 400 * (sequence * 160 + i)) / 8_000),
  );
const hush = (): Float32Array => new Float32Array(frameSamples);

/** Plays `frames` frames that arrive at `arrivals[i]`; one pull every 20 ms of media time. */
const run = (arrivals: readonly number[], make: (i: number) => Float32Array | null = tone, startAt = 65_500) => {
  const buffer = new JitterBuffer();
  const out = new Float32Array(frameSamples);
  const fill: number[] = [];
  let next = 0;
  let heard = 0;
  const end = Math.max(...arrivals) + 20;
  for (let now = 0; now <= end; now += 20) {
    while (next < arrivals.length && (arrivals[next] ?? Infinity) <= now) {
      buffer.push((startAt + next) & 0xffff, next * 20, make(next), arrivals[next] ?? 0);
      next += 1;
    }
    if (buffer.pull(out)) heard += 1;
    fill.push(buffer.bufferMs);
  }
  return { buffer, heard, fill };
};

const steady = (count: number): number[] => Array.from({ length: count }, (_, i) => i * 20);

describe('jitter buffer', () => {
  it('[AUD-3] an even stream plays without loss or underrun at the smallest target, over the sequence wrap', () => {
    const { buffer, heard } = run(steady(200));
    expect(buffer.counts).toEqual({ received: 200, lost: 0, late: 0, underruns: 0 });
    expect(buffer.targetMs).toBe(40);
    expect(heard).toBeGreaterThanOrEqual(198);
  });

  it('[AUD-3] the target grows with measured jitter and then rides it out', () => {
    const bumpy = Array.from({ length: 600 }, (_, i) => i * 20 + (i % 10 === 0 ? 90 : 0)).map((at, i, all) =>
      Math.max(at, all[i - 1] ?? 0),
    );
    const { buffer } = run(bumpy);
    expect(buffer.targetMs).toBeGreaterThanOrEqual(100);
    expect(buffer.targetMs).toBeLessThanOrEqual(160);
    expect(buffer.counts.underruns).toBeLessThan(8);
  });

  it('[AUD-3] a burst after a stalled network is cut back near the target', () => {
    const stalled = Array.from({ length: 300 }, (_, i) => (i >= 100 && i < 150 ? 3_000 : i * 20));
    const { fill, buffer } = run(stalled);
    expect(fill.at(-1)).toBeLessThanOrEqual(buffer.targetMs + 240);
    expect(buffer.counts.underruns).toBe(1);
  });

  it('[AUD-3] a missing frame is concealed and counted once', () => {
    const buffer = new JitterBuffer();
    const out = new Float32Array(frameSamples);
    [0, 1, 2, 4, 5].forEach((sequence) => buffer.push(sequence, sequence * 20, tone(sequence), sequence * 20));
    for (let i = 0; i < 3; i += 1) buffer.pull(out);
    expect(buffer.pull(out)).toBe(true);
    expect(Math.max(...out)).toBeGreaterThan(0.1);
    expect(buffer.counts.lost).toBe(1);
  });

  it('[AUD-3] a frame that comes after its turn is late and not played', () => {
    const buffer = new JitterBuffer();
    const out = new Float32Array(frameSamples);
    [0, 1, 3].forEach((sequence) => buffer.push(sequence, sequence * 20, tone(sequence), sequence * 20));
    for (let i = 0; i < 4; i += 1) buffer.pull(out);
    buffer.push(2, 40, tone(2), 100);
    expect(buffer.counts.late).toBe(1);
  });

  it('[AUD-3] too much is dropped in quiet passages only', () => {
    const buffer = new JitterBuffer();
    const out = new Float32Array(frameSamples);
    for (let i = 0; i < 12; i += 1) buffer.push(i, i * 20, hush(), i * 20);
    buffer.pull(out);
    const afterQuiet = buffer.bufferMs;
    const loud = new JitterBuffer();
    for (let i = 0; i < 12; i += 1) loud.push(i, i * 20, tone(i), i * 20);
    loud.pull(out);
    expect(afterQuiet).toBe(200);
    expect(loud.bufferMs).toBe(160);
  });

  it('[AUD-3] a starving stream fades out, waits and fills again', () => {
    const buffer = new JitterBuffer();
    const out = new Float32Array(frameSamples);
    for (let i = 0; i < 3; i += 1) buffer.push(i, i * 20, tone(i), i * 20);
    const heard = Array.from({ length: 12 }, () => buffer.pull(out));
    expect(heard.slice(0, 8)).not.toContain(false);
    expect(heard.slice(8)).not.toContain(true);
    expect(buffer.counts.underruns).toBe(1);
    buffer.push(3, 60, tone(3), 400);
    expect(buffer.pull(out)).toBe(false);
  });

  it('[AUD-3] silence slots keep their time and say nothing', () => {
    const { buffer } = run(steady(50), () => null);
    expect(buffer.counts).toMatchObject({ received: 50, lost: 0, late: 0 });
    const out = new Float32Array(frameSamples).fill(1);
    const slots = new JitterBuffer();
    for (let i = 0; i < 3; i += 1) slots.push(i, i * 20, null, i * 20);
    expect(slots.pull(out)).toBe(false);
    expect(Math.max(...out)).toBe(0);
  });
});
