import type { Readable } from 'node:stream';
import type { FraudMediaType } from '../contract/fraud.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { FraudBooks, FraudFiles } from './fraud-ports.ts';
import type { Listener } from './may-listen.ts';
import type { AuditTrail } from './ports.ts';

export type AddDocumentReply =
  | { readonly kind: 'stored'; readonly documentId: string }
  | { readonly kind: 'refused'; readonly because: 'unknown' | 'too_large' | 'wrong_type' | 'empty' };

export type OpenDocumentReply =
  | {
      readonly kind: 'opened';
      readonly fileName: string;
      readonly mediaType: FraudMediaType;
      readonly byteSize: number;
      read(): Readable;
    }
  | { readonly kind: 'refused'; readonly because: 'unknown' | 'damaged' };

export interface FraudDocuments {
  add(
    file: { readonly applicationId: string; readonly fileName: string; readonly bytes: AsyncIterable<Uint8Array> },
    by: Listener,
  ): Promise<AddDocumentReply>;
  /** Whoever may see the application; each look and each refused one is in the audit trail. */
  open(documentId: string, viewer: Listener): Promise<OpenDocumentReply>;
}

export function makeFraudDocuments(deps: {
  books: FraudBooks;
  files: FraudFiles;
  audit: AuditTrail;
  clock: Clock;
}): FraudDocuments {
  const { books, files, audit } = deps;
  const told = (action: string, actorId: string, documentId: string, applicationId: string): Promise<void> =>
    audit.record({ actorId, action, subjectType: 'fraud-document', subjectId: documentId, detail: { applicationId } });
  return {
    async add({ applicationId, fileName, bytes }, by) {
      if ((await books.detail(applicationId, by)) === null) return { kind: 'refused', because: 'unknown' };
      const documentId = newId();
      const stored = await files.store(documentId, bytes);
      if (stored.kind === 'refused') return stored;
      const { mediaType, byteSize, sha256 } = stored;
      try {
        await books.addDocument({
          id: documentId,
          applicationId,
          fileName,
          mediaType,
          byteSize,
          sha256,
          uploadedAt: deps.clock(),
          uploadedById: by.id,
        });
      } catch (error) {
        // A file without its row would never be found again.
        await files.remove(documentId);
        throw error;
      }
      await told('fraud-document.added', by.id, documentId, applicationId);
      return { kind: 'stored', documentId };
    },
    async open(documentId, viewer) {
      const document = await books.document(documentId);
      if (document === null) return { kind: 'refused', because: 'unknown' };
      const { applicationId, fileName, mediaType, byteSize, sha256 } = document;
      if ((await books.detail(applicationId, viewer)) === null) {
        await told('fraud-document.refused', viewer.id, documentId, applicationId);
        return { kind: 'refused', because: 'unknown' };
      }
      if ((await files.sha256(documentId)) !== sha256) return { kind: 'refused', because: 'damaged' };
      await told('fraud-document.opened', viewer.id, documentId, applicationId);
      return { kind: 'opened', fileName, mediaType, byteSize, read: () => files.read(documentId) };
    },
  };
}
