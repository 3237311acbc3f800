import type { FileHandle } from 'node:fs/promises';
import { Fault } from '../../platform/fault.ts';

export interface WavFormat {
  readonly encoding: 'pcm16' | 'mulaw';
  readonly channels: number;
  readonly sampleRate: number;
  readonly dataOffset: number;
  readonly dataBytes: number;
}

const pcmTag = 1;
const mulawTag = 7;
const extensibleTag = 0xfffe;

export const bytesPerSample = (format: WavFormat): number => (format.encoding === 'pcm16' ? 2 : 1);

export const durationMsOf = (format: WavFormat): number =>
  Math.round((format.dataBytes * 1000) / (bytesPerSample(format) * format.channels * format.sampleRate));

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/**
 * Walks the RIFF chunks. A writer that was cut off leaves 0 or 0xffffffff as data size, and then the file's own end
 * counts: what was heard until the crash stays playable.
 */
export async function readWavFormat(file: FileHandle, fileBytes: number): Promise<WavFormat> {
  const head = await bytesAt(file, 0, 12);
  if (head.length < 12 || head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Fault('RECORDING_UNREADABLE');
  }
  let position = 12;
  let shape: { encoding: WavFormat['encoding']; channels: number; sampleRate: number } | null = null;
  while (position + 8 <= fileBytes) {
    const chunk = await bytesAt(file, position, 8);
    if (chunk.length < 8) break;
    const name = chunk.toString('latin1', 0, 4);
    const size = chunk.readUInt32LE(4);
    if (name === 'fmt ') shape = readShape(await bytesAt(file, position + 8, Math.min(size, 40)));
    if (name === 'data') {
      if (shape === null) break;
      const left = fileBytes - position - 8;
      return { ...shape, dataOffset: position + 8, dataBytes: size === 0 || size > left ? left : size };
    }
    position += 8 + size + (size % 2);
  }
  throw new Fault('RECORDING_UNREADABLE');
}

function readShape(bytes: Buffer): { encoding: WavFormat['encoding']; channels: number; sampleRate: number } {
  if (bytes.length < 16) throw new Fault('RECORDING_UNREADABLE');
  const outer = bytes.readUInt16LE(0);
  const tag = outer === extensibleTag && bytes.length >= 26 ? bytes.readUInt16LE(24) : outer;
  const channels = bytes.readUInt16LE(2);
  const sampleRate = bytes.readUInt32LE(4);
  const bits = bytes.readUInt16LE(14);
  if (channels < 1 || channels > 2 || sampleRate < 1) throw new Fault('RECORDING_UNREADABLE');
  if (tag === pcmTag && bits === 16) return { encoding: 'pcm16', channels, sampleRate };
  if (tag === mulawTag && bits === 8) return { encoding: 'mulaw', channels, sampleRate };
  throw new Fault('RECORDING_UNREADABLE');
}
