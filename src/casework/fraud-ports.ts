import type { Readable } from 'node:stream';
import type { FraudBoard, FraudDetail, FraudMediaType, FraudStepName } from '../contract/fraud.ts';
import type { FraudCase } from '../domain/fraud-workflow.ts';
import type { CaseClass, Instant, LocalDate } from '../domain/vocabulary.ts';
import type { PageAsk } from '../platform/page-cursor.ts';
import type { Listener } from './may-listen.ts';

export interface FraudLogEntry {
  readonly at: Instant;
  readonly kind: 'claim' | 'appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall';
  readonly on: LocalDate;
  readonly signOn: LocalDate | null;
  readonly place: 'bank' | 'agency' | null;
  readonly note: string | null;
  readonly actorId: string | null;
}

/** Inside the transaction that holds the case. */
export interface FraudEntry {
  /** The application that is neither denied nor recalled; null: the case has none. */
  open(): Promise<{ readonly id: string; readonly fraud: FraudCase } | null>;
  find(applicationId: string): Promise<FraudCase | null>;
  claim(
    claim: { readonly classBefore: CaseClass; readonly suspect: string; readonly clues: string },
    entry: FraudLogEntry,
  ): Promise<string>;
  save(applicationId: string, to: FraudCase, entry: FraudLogEntry): Promise<void>;
  log(applicationId: string, entry: FraudLogEntry): Promise<void>;
}

export interface FraudBooks {
  board(
    query: { readonly step: FraudStepName | null; readonly due: boolean } & PageAsk,
    viewer: Listener,
  ): Promise<FraudBoard>;
  /** Null: no such application, or not for this viewer. */
  detail(applicationId: string, viewer: Listener): Promise<FraudDetail | null>;
  ofCase(caseId: string, viewer: Listener): Promise<readonly FraudDetail[]>;
  caseOf(applicationId: string): Promise<string | null>;
  document(documentId: string): Promise<StoredFraudDocument | null>;
  addDocument(document: NewFraudDocument): Promise<void>;
  /** Raises an alert for each application whose day has passed and resolves those that went on; returns how many are new. */
  alertOverdue(at: Instant): Promise<number>;
}

export interface NewFraudDocument {
  readonly id: string;
  readonly applicationId: string;
  readonly fileName: string;
  readonly mediaType: FraudMediaType;
  readonly byteSize: number;
  readonly sha256: string;
  readonly uploadedAt: Instant;
  readonly uploadedById: string;
}
export type StoredFraudDocument = NewFraudDocument & { readonly caseId: string };

/** Files below DATA_DIR/fraud, named by their id alone. */
export interface FraudFiles {
  /** Whole or not at all. `too_large` and `wrong_type` leave nothing behind. */
  store(
    documentId: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<
    | {
        readonly kind: 'stored';
        readonly mediaType: FraudMediaType;
        readonly byteSize: number;
        readonly sha256: string;
      }
    | { readonly kind: 'refused'; readonly because: 'too_large' | 'wrong_type' | 'empty' }
  >;
  remove(documentId: string): Promise<void>;
  sha256(documentId: string): Promise<string | null>;
  read(documentId: string): Readable;
}
