import { describe, expect, it } from 'vitest';
import { decodeMuLaw, encodeMuLaw } from '../../../public/shared/audio/mu-law.ts';

const decoded = (bytes: number[]): number[] => {
  const out = new Float32Array(bytes.length);
  decodeMuLaw(Uint8Array.from(bytes), out);
  return [...out];
};

describe('mu-law', () => {
  it('[AUD-1] decodes the corner codes of G.711', () => {
    expect(decoded([0xff, 0x7f, 0x00, 0x80])).toEqual([0, 0, -32_124 / 32_768, 32_124 / 32_768]);
  });

  it('[AUD-1] every code survives decoding and encoding, minus zero becoming zero', () => {
    const all = Array.from({ length: 256 }, (_, code) => code);
    const linear = new Float32Array(decoded(all));
    const back = new Uint8Array(256);
    encodeMuLaw(linear, back);
    expect([...back]).toEqual(all.map((code) => (code === 0x7f ? 0xff : code)));
  });

  it('[AUD-1] a loud sine keeps at least 35 dB of signal to noise', () => {
    const sine = Float32Array.from({ length: 8_000 }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 440 * i) / 8_000));
    const bytes = new Uint8Array(sine.length);
    const back = new Float32Array(sine.length);
    encodeMuLaw(sine, bytes);
    decodeMuLaw(bytes, back);
    let signal = 0;
    let noise = 0;
    sine.forEach((sample, i) => {
      signal += sample ** 2;
      noise += (sample - (back[i] ?? 0)) ** 2;
    });
    expect(10 * Math.log10(signal / noise)).toBeGreaterThan(35);
  });

  it('[AUD-1] clips beyond full scale instead of wrapping', () => {
    const bytes = new Uint8Array(2);
    encodeMuLaw(Float32Array.from([1.7, -1.7]), bytes);
    expect([...bytes]).toEqual([0x80, 0x00]);
  });
});
