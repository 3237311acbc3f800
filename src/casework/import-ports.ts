import type { PlacementQuery } from '../contract/placement.ts';
import type { Mapping } from '../domain/placement/find-header.ts';
import type { ImportProfile } from '../domain/placement/profile.ts';
import type { PageAsk } from '../platform/page-cursor.ts';
import type { ImportBatch } from './import-batch.ts';
import type { ImportProblem, InspectedFile } from './import-file.ts';
import type { ImportTally, WrittenBatch } from './import-tally.ts';

export const placementStatuses = ['inspected', 'queued', 'running', 'cancelled', 'failed', 'done'] as const;
export type PlacementStatus = (typeof placementStatuses)[number];

/** How a file is read: one mapping per table, one profile for all. */
export interface Reading {
  readonly mappings: readonly Mapping[];
  readonly profile: ImportProfile;
}

/** A placement as it is kept: the file, how it is read, how far the import has come. */
export interface PlacementRecord extends Reading {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly fileName: string;
  readonly storedPath: string;
  readonly status: PlacementStatus;
  readonly file: InspectedFile;
  readonly tally: ImportTally;
  /** Rows, in the order of the file, whose outcome is committed. */
  readonly checkpoint: number;
  readonly problem: ImportProblem | null;
  readonly cancelAsked: boolean;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly heartbeatAt: number | null;
  readonly finishedAt: number | null;
}

/** The creditor of an upload: one that is known, or a name that may be new. */
export type NamedClient = { readonly id: string } | { readonly name: string };

export interface NewPlacement extends Reading {
  readonly id: string;
  readonly client: NamedClient;
  readonly fileName: string;
  readonly storedPath: string;
  readonly file: InspectedFile;
  readonly createdById: string | null;
}

export interface RejectedRow {
  readonly rowKey: number;
  readonly reasons: readonly string[];
  readonly original: unknown;
}

export interface PlacementBook {
  /** Keeps the placement and, in the same transaction, its client if the name is new; resolves with the client's id. */
  add(placement: NewPlacement): Promise<string>;
  find(id: string): Promise<PlacementRecord | null>;
  page(
    asked: Pick<PlacementQuery, 'q' | 'clientId' | 'status' | 'sort' | 'down'>,
    page: PageAsk,
  ): Promise<{ readonly rows: readonly PlacementRecord[]; readonly nextCursor: string | null }>;
  /** The finished placement of this client that came from the very same bytes. */
  sameFile(clientId: string, sha256: string, butNot: string): Promise<string | null>;
  /** Moves on only from one of the named states; false = it was in another. */
  move(id: string, from: readonly PlacementStatus[], to: PlacementStatus, change?: StateChange): Promise<boolean>;
  askCancel(id: string): Promise<void>;
  /** Queued or running by name, but nobody is writing them. */
  abandoned(): Promise<string[]>;
  rejectedRows(id: string, afterRowKey: number, limit: number): Promise<RejectedRow[]>;
}
export interface StateChange {
  readonly reading?: Reading;
  readonly problem?: ImportProblem | null;
  readonly startedAt?: number;
  readonly finishedAt?: number | null;
  readonly cancelAsked?: boolean;
}

export interface ClientBook {
  all(): Promise<{ id: string; name: string }[]>;
  exists(id: string): Promise<boolean>;
  idOf(name: string): Promise<string | null>;
  /** The reading last confirmed for a table with these headers. */
  remembered(clientId: string, fingerprint: string): Promise<{ mapping: Mapping; profile: ImportProfile } | null>;
  remember(clientId: string, fingerprint: string, reading: { mapping: Mapping; profile: ImportProfile }): Promise<void>;
}

/** Writes batches of one placement; while it is open nobody else can. */
export interface PlacementWriting {
  readonly checkpoint: number;
  readonly tally: ImportTally;
  /** Rows, tally and checkpoint in one transaction. Tells what was there already or came back, and whether to stop. */
  write(batch: ImportBatch, checkpoint: number, tally: ImportTally): Promise<WrittenBatch & { cancelAsked: boolean }>;
  close(): Promise<void>;
}
export interface PlacementWriter {
  /** Null: somebody else is writing this placement. */
  open(placementId: string): Promise<PlacementWriting | null>;
}

/** Where uploaded files lie until they are imported. */
export interface PlacementStore {
  /** Takes the bytes in; `too-large` leaves nothing behind. */
  keep(id: string, bytes: AsyncIterable<Buffer>, mostBytes: number): Promise<{ path: string } | 'too-large'>;
  drop(path: string): Promise<void>;
}

export interface TenantRules {
  /** Whether numbers reserved for fiction may be imported: under the demo preset alone. */
  acceptsFiction(): Promise<boolean>;
}
