import { describe, expect, it } from 'vitest';
import { ChannelClock } from '../../src/realtime/channel-clock.ts';
import { RecordingTap, type AudioFile } from '../../src/realtime/recording-tap.ts';
import { levelOf, toneFrame } from './sound.ts';

const startedAt = 1_000_000;

class MemoryFile implements AudioFile {
  readonly parts: Buffer[] = [];
  failAfter = Infinity;
  abandoned = false;
  append(pcm: Buffer): Promise<void> {
    if (this.parts.length >= this.failAfter) return Promise.reject(new Error('disk full'));
    this.parts.push(pcm);
    return Promise.resolve();
  }
  finish() {
    return Promise.resolve({ durationMs: this.samples / 8, byteSize: 44 + this.samples * 4, sha256: 'x' });
  }
  abandon(): Promise<void> {
    this.abandoned = true;
    return Promise.resolve();
  }
  get samples(): number {
    return Buffer.concat(this.parts).length / 4;
  }
  side(which: 'left' | 'right'): Int16Array {
    const all = Buffer.concat(this.parts);
    return Int16Array.from({ length: all.length / 4 }, (_, i) => all.readInt16LE(i * 4 + (which === 'left' ? 0 : 2)));
  }
}

const makeTap = (file: MemoryFile, failures: unknown[] = []): RecordingTap =>
  new RecordingTap({
    startedAt,
    windowMs: 1_000,
    open: () => Promise.resolve(file),
    onFailure: (cause) => failures.push(cause),
  });
const ms = (from: number, to: number): [number, number] => [from * 8, to * 8];

describe('recording tap', () => {
  it('[REC-1] the callee is left and the agent right, each at its moment, silence where nobody spoke', async () => {
    const file = new MemoryFile();
    const tap = makeTap(file);
    for (let n = 0; n < 50; n++) tap.hear('callee', toneFrame(500, n), n * 20, startedAt + n * 20);
    for (let n = 0; n < 50; n++) tap.hear('agent', toneFrame(1_250, n), n * 20, startedAt + 2_000 + n * 20);
    await tap.finish(startedAt + 4_000);
    expect(file.samples).toBe(4_000 * 8);
    const [left, right] = [file.side('left'), file.side('right')];
    expect(levelOf(500, left.subarray(...ms(0, 1_000)))).toBeGreaterThan(7_000);
    expect(Math.max(...left.subarray(...ms(1_000, 4_000)))).toBe(0);
    expect(Math.max(...right.subarray(...ms(0, 2_000)))).toBe(0);
    expect(levelOf(1_250, right.subarray(...ms(2_000, 3_000)))).toBeGreaterThan(7_000);
    expect(Math.max(...right.subarray(...ms(3_000, 4_000)))).toBe(0);
  });

  it('[REC-2] frames in any order within the window stand where they belong', async () => {
    const inOrder = new MemoryFile();
    const shuffled = new MemoryFile();
    const straight = makeTap(inOrder);
    const crooked = makeTap(shuffled);
    const frames = Array.from({ length: 40 }, (_, n) => n);
    for (const n of frames) straight.hear('callee', toneFrame(500, n), n * 20, startedAt + n * 20);
    const mixed = frames.map((n) => [(n * 7) % 40, n] as const);
    for (const [n, arrival] of mixed) crooked.hear('callee', toneFrame(500, n), n * 20, startedAt + 800 + arrival);
    await Promise.all([straight.finish(startedAt + 900), crooked.finish(startedAt + 900)]);
    expect(Buffer.concat(shuffled.parts).equals(Buffer.concat(inOrder.parts))).toBe(true);
  });

  it('[REC-2] a frame whose moment is written already is dropped and counted', async () => {
    const file = new MemoryFile();
    const tap = makeTap(file);
    tap.hear('callee', toneFrame(500, 0), 0, startedAt);
    tap.flush(startedAt + 3_000);
    tap.hear('callee', toneFrame(500, 1), 2_980, startedAt + 3_000);
    tap.hear('callee', toneFrame(500, 2), 1_900, startedAt + 3_000);
    expect(tap.lateFrames).toBe(1);
    await tap.finish(startedAt + 3_000);
    expect(file.samples).toBe(3_000 * 8);
  });

  it('[REC-3] a stalled network does not tear the voice: a burst stands at the time it was spoken', async () => {
    const file = new MemoryFile();
    const tap = makeTap(file);
    for (let n = 0; n < 50; n++) tap.hear('agent', toneFrame(1_250, n), n * 20, startedAt + n * 20);
    for (let n = 50; n < 75; n++) tap.hear('agent', toneFrame(1_250, n), n * 20, startedAt + 1_500);
    for (let n = 75; n < 100; n++) tap.hear('agent', toneFrame(1_250, n), n * 20, startedAt + n * 20);
    await tap.finish(startedAt + 2_000);
    expect(levelOf(1_250, file.side('right'))).toBeGreaterThan(7_900);
  });

  it('[REC-3] a clock that drifts stays within a tenth of a second over an hour', () => {
    const clock = new ChannelClock(0, false);
    let worst = 0;
    for (let n = 0; n < 180_000; n++) {
      const arrival = n * 20 * 1.0002 + 20 + ((n * 37) % 25);
      worst = Math.max(worst, Math.abs(clock.place(n * 20, arrival) - arrival));
    }
    expect(worst).toBeLessThan(130);
  });

  it('[REC-3] a page that comes back with its time at zero goes on at its moment', async () => {
    const file = new MemoryFile();
    const tap = makeTap(file);
    for (let n = 0; n < 25; n++) tap.hear('agent', toneFrame(1_250, n), n * 20, startedAt + n * 20);
    tap.agentRestarted();
    for (let n = 0; n < 25; n++) tap.hear('agent', toneFrame(1_250, n), n * 20, startedAt + 1_200 + n * 20);
    await tap.finish(startedAt + 1_700);
    const right = file.side('right');
    expect(Math.max(...right.subarray(...ms(500, 1_200)))).toBe(0);
    expect(levelOf(1_250, right.subarray(...ms(1_200, 1_700)))).toBeGreaterThan(7_900);
  });

  it('[REC-4] a failing disk ends the recording once, tells it, and never throws into the call', async () => {
    const file = new MemoryFile();
    file.failAfter = 1;
    const failures: unknown[] = [];
    const tap = makeTap(file, failures);
    for (let n = 0; n < 300; n++) {
      tap.hear('callee', toneFrame(500, n), n * 20, startedAt + n * 20);
      if (n % 25 === 0) tap.flush(startedAt + n * 20);
    }
    const end = await tap.finish(startedAt + 6_000);
    expect(end.kind).toBe('failed');
    expect(failures).toHaveLength(1);
    expect(file.abandoned).toBe(true);
  });

  it('[REC-4] a folder that cannot be written to is the same', async () => {
    const failures: unknown[] = [];
    const tap = new RecordingTap({
      startedAt,
      windowMs: 1_000,
      open: () => Promise.reject(new Error('read only')),
      onFailure: (cause) => failures.push(cause),
    });
    tap.hear('callee', toneFrame(500, 0), 0, startedAt);
    expect((await tap.finish(startedAt + 100)).kind).toBe('failed');
    expect(failures).toHaveLength(1);
  });

  it('[REC-5] ending twice is ending once', async () => {
    const file = new MemoryFile();
    const tap = makeTap(file);
    tap.hear('callee', toneFrame(500, 0), 0, startedAt);
    const [first, second] = await Promise.all([tap.finish(startedAt + 20), tap.finish(startedAt + 9_000)]);
    expect(second).toBe(first);
    tap.hear('callee', toneFrame(500, 1), 20, startedAt + 20);
    expect(file.samples).toBe(160);
  });
});
