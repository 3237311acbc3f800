import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fraudDocumentMaxBytes, type FraudMediaType } from '../../contract/fraud.ts';
import type { FraudFiles } from '../fraud-ports.ts';

/** What a file is says its beginning, not its name and not its sender. */
const beginnings: readonly (readonly [FraudMediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];
const typeOf = (head: Buffer): FraudMediaType | null =>
  beginnings.find(([, mark]) => head.subarray(0, mark.length).equals(mark))?.[0] ?? null;
const longestMark = 8;
const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';
const plainId = /^[0-9a-f-]{36}$/;

export function makeFraudFiles(folder: string): FraudFiles {
  const pathOf = (documentId: string): string => {
    if (!plainId.test(documentId)) throw new RangeError('a document is named by its id');
    return join(folder, documentId);
  };
  return {
    async store(documentId, bytes) {
      const target = pathOf(documentId);
      const partial = `${target}.part`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(partial, 'wx', 0o600);
      const hash = createHash('sha256');
      let head = Buffer.alloc(0);
      let byteSize = 0;
      let kept = false;
      try {
        for await (const chunk of bytes) {
          byteSize += chunk.length;
          if (byteSize > fraudDocumentMaxBytes) return { kind: 'refused', because: 'too_large' };
          if (head.length < longestMark) head = Buffer.concat([head, chunk]).subarray(0, longestMark);
          hash.update(chunk);
          await file.write(chunk);
        }
        if (byteSize === 0) return { kind: 'refused', because: 'empty' };
        const mediaType = typeOf(head);
        if (mediaType === null) return { kind: 'refused', because: 'wrong_type' };
        await file.sync();
        await rename(partial, target);
        kept = true;
        return { kind: 'stored', mediaType, byteSize, sha256: hash.digest('hex') };
      } finally {
        await file.close();
        if (!kept) await rm(partial, { force: true });
      }
    },
    remove: (documentId) => rm(pathOf(documentId), { force: true }),
    async sha256(documentId) {
      const hash = createHash('sha256');
      try {
        for await (const chunk of createReadStream(pathOf(documentId))) hash.update(chunk as Buffer);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
      return hash.digest('hex');
    },
    read: (documentId) => createReadStream(pathOf(documentId)),
  };
}
