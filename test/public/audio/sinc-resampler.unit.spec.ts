import { describe, expect, it } from 'vitest';
import { SincResampler } from '../../../public/shared/audio/sinc-resampler.ts';

const sine = (hertz: number, rate: number, seconds: number): Float32Array =>
  Float32Array.from({ length: rate * seconds }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));

/** Pushes in the uneven pieces an audio thread delivers. */
const convert = (input: Float32Array, from: number, to: number, piece = 128): Float32Array => {
  const resampler = new SincResampler(from, to);
  const chunk = new Float32Array(256);
  const out: number[] = [];
  for (let at = 0; at < input.length; at += piece) {
    resampler.push(input.subarray(at, at + piece));
    for (let made = resampler.pull(chunk); made > 0; made = resampler.pull(chunk)) out.push(...chunk.subarray(0, made));
  }
  return Float32Array.from(out);
};

const level = (samples: Float32Array, hertz: number, rate: number): number => {
  const middle = samples.subarray(Math.floor(samples.length * 0.25), Math.floor(samples.length * 0.75));
  let re = 0;
  let im = 0;
  middle.forEach((sample, i) => {
    re += sample * Math.cos((2 * Math.PI * hertz * i) / rate);
    im += sample * Math.sin((2 * Math.PI * hertz * i) / rate);
  });
  return (2 * Math.hypot(re, im)) / middle.length;
};

describe('resampler', () => {
  it.each([
    [48_000, 8_000],
    [44_100, 8_000],
    [8_000, 48_000],
    [8_000, 44_100],
    [16_000, 8_000],
    [8_000, 8_000],
  ])('[AUD-2] %i to %i Hz keeps a voice tone at its level and its length', (from, to) => {
    const out = convert(sine(1_000, from, 1), from, to);
    expect(level(out, 1_000, to)).toBeGreaterThan(0.97);
    expect(level(out, 1_000, to)).toBeLessThan(1.03);
    expect(Math.abs(out.length - to)).toBeLessThan(to * 0.01);
  });

  it.each([5_000, 7_000, 12_000, 20_000])('[AUD-2] %i Hz does not alias into the telephone band', (hertz) => {
    // Without the first and last 50 ms: a tone that starts at once is not one frequency.
    const out = convert(sine(hertz, 48_000, 1), 48_000, 8_000).subarray(400, 7_400);
    const rms = Math.sqrt(out.reduce((sum, sample) => sum + sample * sample, 0) / out.length);
    expect(20 * Math.log10(rms)).toBeLessThan(-50);
  });

  it('[AUD-2] up-sampling leaves no image of the tone above 4 kHz', () => {
    const out = convert(sine(3_000, 8_000, 1), 8_000, 48_000);
    expect(20 * Math.log10(level(out, 5_000, 48_000))).toBeLessThan(-50);
  });

  it('[AUD-2] the size of the pieces does not change a sample', () => {
    const input = sine(700, 48_000, 0.5);
    const whole = convert(input, 48_000, 8_000, 4_096);
    const pieces = convert(input, 48_000, 8_000, 128);
    const shared = Math.min(whole.length, pieces.length);
    let worst = 0;
    for (let i = 0; i < shared; i += 1) worst = Math.max(worst, Math.abs((whole[i] ?? 0) - (pieces[i] ?? 0)));
    // The position is a sum of fractions that starts anew with each compaction: equal but for rounding.
    expect(worst).toBeLessThan(1e-4);
  });
});
