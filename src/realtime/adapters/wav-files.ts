import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { audioSampleRate } from '../../contract/audio-frame.ts';
import type { AudioFile, FinishedFile } from '../recording-tap.ts';
import { wavDurationMs, wavHeader, wavHeaderBytes } from '../wav-header.ts';

const channels = 2;
const frameBytes = channels * 2;
const unfinishedSuffix = '.part';

/** Where a recording's file stands below the recordings' folder. */
export function recordingPath(attemptId: string, startedAt: number): string {
  const day = new Date(startedAt).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/${attemptId}.wav`;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Durable first, named last: a file with its final name is whole. */
async function seal(handle: FileHandle, unfinished: string, final: string, dataBytes: number): Promise<FinishedFile> {
  await handle.write(wavHeader(dataBytes, channels, audioSampleRate), 0, wavHeaderBytes, 0);
  await handle.sync();
  await handle.close();
  const sha256 = await sha256Of(unfinished);
  await rename(unfinished, final);
  await syncFolder(final);
  return {
    durationMs: wavDurationMs(dataBytes, channels, audioSampleRate),
    byteSize: wavHeaderBytes + dataBytes,
    sha256,
  };
}

export async function openWavFile(folder: string, path: string): Promise<AudioFile> {
  const final = join(folder, path);
  const unfinished = final + unfinishedSuffix;
  await mkdir(dirname(final), { recursive: true });
  const handle = await open(unfinished, 'w');
  let dataBytes = 0;
  await handle.write(wavHeader(0, channels, audioSampleRate), 0, wavHeaderBytes, 0);
  return {
    async append(pcm) {
      let done = 0;
      while (done < pcm.length) {
        const { bytesWritten } = await handle.write(pcm, done, pcm.length - done, wavHeaderBytes + dataBytes + done);
        done += bytesWritten;
      }
      dataBytes += pcm.length;
      await handle.write(wavHeader(dataBytes, channels, audioSampleRate), 0, wavHeaderBytes, 0);
    },
    finish: () => seal(handle, unfinished, final, dataBytes),
    async abandon() {
      await handle.close();
    },
  };
}

export type Repaired =
  | { readonly kind: 'repaired'; readonly file: FinishedFile; readonly endedAt: number }
  /** Written to within the last moments, by another process it must be supposed. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'gone' };

/** Finishes a file that a crash left behind, from its length. */
export async function repairWavFile(folder: string, path: string, untouchedSince: number): Promise<Repaired> {
  const final = join(folder, path);
  const unfinished = final + unfinishedSuffix;
  const left = await stat(unfinished).catch(() => null);
  if (left === null) return readWhole(final);
  if (left.mtimeMs > untouchedSince) return { kind: 'busy' };
  const dataBytes = Math.max(0, Math.floor((left.size - wavHeaderBytes) / frameBytes) * frameBytes);
  if (dataBytes === 0) return { kind: 'gone' };
  const handle = await open(unfinished, 'r+');
  await handle.truncate(wavHeaderBytes + dataBytes);
  const file = await seal(handle, unfinished, final, dataBytes);
  return { kind: 'repaired', file, endedAt: Math.round(left.mtimeMs) };
}

/** Sealed, but the process ended before the row was completed. */
async function readWhole(final: string): Promise<Repaired> {
  const whole = await stat(final).catch(() => null);
  if (whole === null) return { kind: 'gone' };
  const dataBytes = whole.size - wavHeaderBytes;
  return {
    kind: 'repaired',
    file: {
      durationMs: wavDurationMs(dataBytes, channels, audioSampleRate),
      byteSize: whole.size,
      sha256: await sha256Of(final),
    },
    endedAt: Math.round(whole.mtimeMs),
  };
}

const attemptFile = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.wav\.part$/;

/** Unfinished files of one day: those a crash left before their row was written. */
export async function unfinishedOfDay(
  folder: string,
  at: number,
): Promise<readonly { attemptId: string; path: string }[]> {
  const day = dirname(recordingPath('x', at));
  const names = await readdir(join(folder, day)).catch(() => []);
  return names.flatMap((name) => {
    const attemptId = attemptFile.exec(name)?.[1];
    return attemptId === undefined ? [] : [{ attemptId, path: `${day}/${attemptId}.wav` }];
  });
}
