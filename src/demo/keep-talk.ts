import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PastTalk {
  readonly attemptId: string;
  readonly startedAt: number;
  readonly endedAt: number;
}
export type KeepTalk = (talk: PastTalk) => Promise<void>;

/** The room's book of recordings, as far as a talk of the past needs it. */
interface Book {
  open(start: { attemptId: string; path: string; channels: number; startedAt: number }): Promise<unknown>;
  complete(end: {
    attemptId: string;
    durationMs: number;
    byteSize: number;
    sha256: string;
    endedAt: number;
  }): Promise<void>;
}

const rate = 8_000;
const headerBytes = 44;
const bytesPerFrame = 4;
const loud = 6_000;
const turnSeconds = 3;
/** Whose turn it is, and at what pitch: callee left, agent right. */
const pitches = [180, 240] as const;

/** Two voices that take turns, as short as the talk was: enough to play and to see. */
function talkAudio(durationMs: number): Buffer {
  const frames = Math.floor((durationMs * rate) / 1_000);
  const wav = Buffer.alloc(headerBytes + frames * bytesPerFrame);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(2, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * bytesPerFrame, 28);
  wav.writeUInt16LE(bytesPerFrame, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(frames * bytesPerFrame, 40);
  for (let frame = 0; frame < frames; frame += 1) {
    const seconds = frame / rate;
    const turn = Math.floor(seconds / turnSeconds) % 2;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 3 * seconds));
    const sample = Math.round(loud * syllable * Math.sin(2 * Math.PI * (pitches[turn] ?? 0) * seconds));
    wav.writeInt16LE(sample, headerBytes + frame * bytesPerFrame + turn * 2);
  }
  return wav;
}

/** An answered call has its recording (R28), one that the demo tells of too. */
export function makeKeepTalk(recordingsDir: string, book: Book): KeepTalk {
  const audioOf = new Map<number, { readonly bytes: Buffer; readonly sha256: string }>();
  return async ({ attemptId, startedAt, endedAt }) => {
    const durationMs = endedAt - startedAt;
    const bytes = audioOf.get(durationMs)?.bytes ?? talkAudio(durationMs);
    const sha256 = audioOf.get(durationMs)?.sha256 ?? createHash('sha256').update(bytes).digest('hex');
    audioOf.set(durationMs, { bytes, sha256 });
    const path = join('demo', `${attemptId}.wav`);
    await mkdir(join(recordingsDir, 'demo'), { recursive: true });
    await writeFile(join(recordingsDir, path), bytes);
    await book.open({ attemptId, path, channels: 2, startedAt });
    await book.complete({ attemptId, durationMs, byteSize: bytes.length, sha256, endedAt });
  };
}
