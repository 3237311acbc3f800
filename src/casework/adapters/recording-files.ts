import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../../platform/fault.ts';
import { newId } from '../../platform/ids.ts';
import type { RecordingFiles, StoredFile } from '../ports.ts';
import { bytesPerSample, durationMsOf, readWavFormat, type WavFormat } from './wav-format.ts';

const readChunkBytes = 64 * 1024;

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';

/** Linear level of each mu-law byte, 0..1: a waveform needs the loudness only. */
const mulawLevel = Float32Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff;
  return (((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 0x07)) - 0x84) / 32_768;
});

const levelAt = (bytes: Buffer, offset: number, encoding: WavFormat['encoding']): number =>
  encoding === 'mulaw' ? (mulawLevel[bytes[offset] ?? 0xff] ?? 0) : Math.abs(bytes.readInt16LE(offset)) / 32_768;

export function makeRecordingFiles(folder: string): RecordingFiles {
  const root = resolve(folder);
  const inside = (path: string): string => {
    const full = resolve(root, path);
    if (full !== root && !full.startsWith(root + sep)) throw new Fault('RECORDING_UNREADABLE');
    return full;
  };

  async function withFormat<T>(path: string, use: (file: FileReading) => Promise<T>): Promise<T> {
    const handle = await open(inside(path), 'r');
    try {
      const format = await readWavFormat(handle, (await handle.stat()).size);
      return await use({ format, read: (buffer, position) => handle.read(buffer, 0, buffer.length, position) });
    } finally {
      await handle.close();
    }
  }

  async function sha256(path: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(inside(path))) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }

  return {
    sha256,
    async size(path) {
      try {
        return (await stat(inside(path))).size;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    read: (path, range) => createReadStream(inside(path), { start: range.start, end: range.end }),
    async store(path, audio): Promise<StoredFile> {
      const target = inside(path);
      const partial = `${target}.${newId()}.part`;
      await mkdir(dirname(target), { recursive: true });
      try {
        await pipeline(audio, createWriteStream(partial, { flags: 'wx', flush: true }));
        await rename(partial, target);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      const { size } = await stat(target);
      const format = await withFormat(path, (file) => Promise.resolve(file.format));
      return {
        path,
        byteSize: size,
        durationMs: durationMsOf(format),
        channels: format.channels,
        sha256: await sha256(path),
      };
    },
    peaks: (path, slices) => withFormat(path, (file) => peaksOf(file, slices)),
  };
}

interface FileReading {
  readonly format: WavFormat;
  readonly read: (buffer: Buffer, position: number) => Promise<{ bytesRead: number }>;
}

/** The loudest sample of each slice, per channel, read in one pass. */
async function peaksOf(file: FileReading, slices: number): Promise<{ durationMs: number; channels: number[][] }> {
  const { format } = file;
  const sampleBytes = bytesPerSample(format);
  const frameBytes = sampleBytes * format.channels;
  const frames = Math.floor(format.dataBytes / frameBytes);
  const used = Math.max(1, Math.min(slices, frames));
  const channels = Array.from({ length: format.channels }, () => new Array<number>(used).fill(0));
  const buffer = Buffer.alloc(readChunkBytes - (readChunkBytes % frameBytes));
  for (let frame = 0; frame < frames;) {
    const { bytesRead } = await file.read(buffer, format.dataOffset + frame * frameBytes);
    const got = Math.min(Math.floor(bytesRead / frameBytes), frames - frame);
    if (got === 0) break;
    for (let index = 0; index < got; index += 1) {
      const slice = Math.min(used - 1, Math.floor(((frame + index) * used) / frames));
      channels.forEach((levels, channel) => {
        const level = levelAt(buffer, index * frameBytes + channel * sampleBytes, format.encoding);
        if (level > (levels[slice] ?? 0)) levels[slice] = level;
      });
    }
    frame += got;
  }
  return {
    durationMs: durationMsOf(format),
    channels: channels.map((levels) => levels.map((level) => Math.round(level * 1000) / 1000)),
  };
}
