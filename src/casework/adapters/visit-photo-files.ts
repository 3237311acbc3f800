import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../platform/ids.ts';
import type { VisitPhotoFiles } from '../task-books.ts';

/** By the first bytes: what a file is called, or says of itself, proves nothing. */
const signatures: readonly { readonly mime: string; readonly matches: (head: Buffer) => boolean }[] = [
  { mime: 'image/jpeg', matches: (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  {
    mime: 'image/png',
    matches: (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  },
  {
    mime: 'image/webp',
    matches: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
];

/** Each picture under a name of its own that tells nothing; the rows know what it belongs to. */
export const makeVisitPhotoFiles = (folder: string): VisitPhotoFiles => ({
  async keep(bytes, mostBytes) {
    const parts: Buffer[] = [];
    let byteSize = 0;
    for await (const chunk of bytes) {
      byteSize += chunk.length;
      if (byteSize > mostBytes) return 'too_large';
      parts.push(chunk);
    }
    const picture = Buffer.concat(parts);
    const mime = signatures.find(({ matches }) => matches(picture))?.mime;
    if (mime === undefined) return 'no_image';
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = newId();
    await writeFile(join(folder, path), picture, { flag: 'wx', mode: 0o600 });
    return { path, mime, byteSize, sha256: createHash('sha256').update(picture).digest('hex') };
  },
  drop: (path) => rm(join(folder, path), { force: true }),
  read: (path) => createReadStream(join(folder, path)),
});
