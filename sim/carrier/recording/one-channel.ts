import { readFile } from 'node:fs/promises';
import { decodeMulaw, encodeMulaw } from '../audio/mulaw.ts';
import { HEADER_BYTES, wavHeader, type WavFormat } from './wav-file.ts';

/** Both channels of a recording mixed into one. */
export async function oneChannel(path: string): Promise<Buffer> {
  const file = await readFile(path);
  const format: WavFormat = file.readUInt16LE(20) === 7 ? 'mulaw' : 'pcm16';
  const data = file.subarray(HEADER_BYTES);
  const samples = format === 'mulaw' ? decodeMulaw(data) : pcmOf(data);
  const mixed = Int16Array.from({ length: samples.length >> 1 }, (_, index) =>
    Math.max(-32_768, Math.min(32_767, (samples[index * 2] ?? 0) + (samples[index * 2 + 1] ?? 0))),
  );
  const bytes = format === 'mulaw' ? Buffer.from(encodeMulaw(mixed)) : Buffer.from(mixed.buffer);
  return Buffer.concat([wavHeader(format, 1, bytes.length), bytes]);
}

export function pcmOf(data: Buffer): Int16Array {
  return Int16Array.from({ length: data.length >> 1 }, (_, index) => data.readInt16LE(index * 2));
}
