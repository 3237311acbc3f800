import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, truncate, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { openWavFile, recordingPath } from '../../src/realtime/adapters/wav-files.ts';
import { waitFor } from '../support/wait-for.ts';
import { House } from './house.ts';
import { readStereoWav } from './sound.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casedial-repair-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const longAgo = new Date(Date.now() - 60_000);

/** A recording whose process died: appended to, never finished. */
async function crashed(attemptId: string, bytes: number): Promise<{ path: string; part: string }> {
  const path = recordingPath(attemptId, Date.now());
  const file = await openWavFile(folder, path);
  await file.append(Buffer.alloc(bytes, 3));
  await file.abandon();
  const part = join(folder, `${path}.part`);
  await utimes(part, longAgo, longAgo);
  return { path, part };
}

describe('recordings after a crash', () => {
  it('[REC-6] the header is true at any instant, so a file cut off plays', async () => {
    const path = recordingPath(newId(), Date.now());
    const file = await openWavFile(folder, path);
    for (const bytes of [3_200, 640, 12_800]) {
      await file.append(Buffer.alloc(bytes, 1));
      const now = await readFile(join(folder, `${path}.part`));
      expect(readStereoWav(now).declaredBytes).toBe(now.length - 44);
    }
    await file.finish();
    await expect(stat(join(folder, `${path}.part`))).rejects.toThrow();
  });

  it('[REC-7] at start the file is finished from its length and its row completed', async () => {
    const attemptId = newId();
    const { path, part } = await crashed(attemptId, 32_000);
    // The last write was cut off in the middle of a sample.
    await truncate(part, 44 + 31_998);
    await utimes(part, longAgo, longAgo);
    const house = await House.open({}, folder);
    const row = await waitFor('the repair', () => {
      const found = house.book.get(attemptId);
      return found?.status === 'complete' ? found : null;
    });
    const file = await readFile(join(folder, path));
    expect(readStereoWav(file).declaredBytes).toBe(31_996);
    expect(row).toMatchObject({
      durationMs: 999,
      byteSize: 44 + 31_996,
      sha256: createHash('sha256').update(file).digest('hex'),
    });
    await house.close({ keepFiles: true });
  });

  it('[REC-7] a file that is still being written is left alone', async () => {
    const attemptId = newId();
    const { part } = await crashed(attemptId, 3_200);
    await utimes(part, new Date(), new Date());
    const house = await House.open({ repairEveryMs: 20 }, folder);
    await waitFor('the file to be seen', () => house.book.get(attemptId)?.status === 'writing');
    await house.close({ keepFiles: true });
    expect(house.book.get(attemptId)?.status).toBe('writing');
    expect((await stat(part)).size).toBe(44 + 3_200);
  });

  it('[REC-8] sealed but not yet in the book: the row is completed from the whole file', async () => {
    const attemptId = newId();
    const path = recordingPath(attemptId, Date.now());
    const file = await openWavFile(folder, path);
    await file.append(Buffer.alloc(3_200));
    const sealed = await file.finish();
    const house = await House.open({ repairEveryMs: 20 }, folder);
    house.book.set(attemptId, { path, status: 'writing' });
    const row = await waitFor('the row', () => {
      const found = house.book.get(attemptId);
      return found?.status === 'complete' ? found : null;
    });
    expect(row).toMatchObject(sealed);
    await house.close({ keepFiles: true });
  });
});
