import { audioSampleRate } from '../contract/audio-frame.ts';
import { mulawSilence, pcmToMulaw } from './mulaw.ts';

/** ITU-T Q.23. */
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477, 1633];
const keypad = '123A456B789C*0#D';

const digitMs = 100;
const gapMs = 60;
const digitLevel = 7_000;
const rampMs = 5;

const samples = (ms: number): number => (ms * audioSampleRate) / 1_000;

function sines(ms: number, frequencies: readonly number[], level: number): Uint8Array {
  const length = samples(ms);
  const ramp = samples(rampMs);
  return Uint8Array.from({ length }, (_, i) => {
    const edge = Math.min(1, i / ramp, (length - 1 - i) / ramp);
    const sum = frequencies.reduce((acc, f) => acc + Math.sin((2 * Math.PI * f * i) / audioSampleRate), 0);
    return pcmToMulaw(sum * level * edge);
  });
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** Media streams carry no key presses towards the callee, so they are sounded in the voice band. */
export function dtmfTones(digits: string): Uint8Array {
  const gap = new Uint8Array(samples(gapMs)).fill(mulawSilence);
  return joined(
    [...digits].flatMap((digit) => {
      const at = keypad.indexOf(digit);
      if (at < 0) return [];
      return [sines(digitMs, [rows[at >> 2] ?? 0, columns[at & 3] ?? 0], digitLevel), gap];
    }),
  );
}

/** A fixed sequence is as good as dice here, and the same in every test. */
function noise(ms: number, level: number): Uint8Array {
  let seed = 0x2545f491;
  return Uint8Array.from({ length: samples(ms) }, () => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return pcmToMulaw(((seed >>> 0) / 0x1_0000_0000 - 0.5) * 2 * level);
  });
}

/** Faint noise: a dead silent line makes people hang up. */
export const comfortNoise: Uint8Array = noise(1_000, 60);

/** What the callee hears on hold: faint noise with a soft double note every four seconds. */
export const holdTone: Uint8Array = joined([
  sines(180, [523.25], 2_200),
  noise(60, 60),
  sines(240, [659.25], 2_200),
  noise(3_520, 60),
]);
