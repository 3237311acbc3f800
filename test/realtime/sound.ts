import { mulawToPcm, pcmToMulaw } from '../../src/realtime/mulaw.ts';

export const frameSamples = 160;
const sampleRate = 8_000;

/** The n-th 20 ms of an endless tone, mu-law. */
export function toneFrame(frequency: number, n: number, level = 8_000): Buffer {
  return Buffer.from(
    Uint8Array.from({ length: frameSamples }, (_, i) =>
      pcmToMulaw(level * Math.sin((2 * Math.PI * frequency * (n * frameSamples + i)) / sampleRate)),
    ),
  );
}

export const silentFrame = (): Buffer => Buffer.alloc(frameSamples, 0xff);

export const toPcm = (mulaw: Uint8Array): Int16Array => Int16Array.from(mulaw, (code) => mulawToPcm[code] ?? 0);

/** Goertzel: the amplitude of one frequency in the samples. */
export function levelOf(frequency: number, pcm: Int16Array): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
  let before = 0;
  let beforeThat = 0;
  for (const sample of pcm) {
    const now = sample + coefficient * before - beforeThat;
    beforeThat = before;
    before = now;
  }
  const power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
  return pcm.length === 0 ? 0 : (2 * Math.sqrt(Math.max(0, power))) / pcm.length;
}

export interface WavContent {
  readonly left: Int16Array;
  readonly right: Int16Array;
  readonly declaredBytes: number;
}

/** Reads a stereo PCM16 file by its header, refusing what is not one. */
export function readStereoWav(file: Buffer): WavContent {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 16) !== 'WAVEfmt ')
    throw new Error('no WAV');
  const format = [20, 22, 34].map((at) => file.readUInt16LE(at));
  if (format.join() !== '1,2,16' || file.readUInt32LE(24) !== sampleRate) throw new Error(`format ${format.join()}`);
  const declaredBytes = file.readUInt32LE(40);
  if (file.readUInt32LE(4) !== declaredBytes + 36 || 44 + declaredBytes > file.length) throw new Error('sizes lie');
  const frames = declaredBytes / 4;
  const left = new Int16Array(frames);
  const right = new Int16Array(frames);
  for (let i = 0; i < frames; i++) {
    left[i] = file.readInt16LE(44 + i * 4);
    right[i] = file.readInt16LE(46 + i * 4);
  }
  return { left, right, declaredBytes };
}
