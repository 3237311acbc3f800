import type { SuppressionImport, SuppressionPage } from '../../contract/suppression.ts';
import type { RowMark } from '../../platform/page-cursor.ts';
import type { Instant, LocalDate } from '../../domain/vocabulary.ts';

export interface SuppressionEntry {
  readonly e164: string;
  readonly source: string;
  readonly reason: string;
  readonly expiresAt: Instant | null;
}

export interface SuppressionQuery {
  readonly e164: string | null;
  readonly source: string | null;
  readonly state: 'active' | 'expired' | 'removed' | 'all';
  readonly sort: 'added' | 'expires';
  readonly down: boolean;
  readonly after: RowMark | null;
  readonly limit: number;
  readonly at: Instant;
}

/** A list as it was uploaded, between the look at it and its confirmation. */
export interface KeptImport {
  readonly id: string;
  readonly fileName: string;
  readonly status: 'previewed' | 'done';
  readonly source: string;
  readonly reason: string;
  readonly expiresOn: LocalDate | null;
  readonly result: SuppressionImport;
}

export interface ExportedNumber extends SuppressionEntry {
  readonly addedAt: Instant;
}

/** Numbers that are never called. */
export interface SuppressionBook {
  page(query: SuppressionQuery): Promise<SuppressionPage>;
  /** All that stand, in parts; whole numbers. */
  /** `source`: its beginning; null: of all. */
  all(at: Instant, source: string | null): AsyncIterable<readonly ExportedNumber[]>;
  /** Puts numbers on the list; those that stand on it stay as they are, those that had expired begin anew. */
  add(
    entries: readonly SuppressionEntry[],
    by: { readonly userId: string; readonly at: Instant; readonly importId: string | null },
  ): Promise<{ readonly added: number }>;
  /** One number: set anew when it stands already. */
  put(
    entry: SuppressionEntry,
    by: { readonly userId: string; readonly at: Instant },
  ): Promise<{ readonly kind: 'added' | 'changed'; readonly id: string }>;
  /** Null: it does not stand on the list. */
  remove(
    id: string,
    by: { readonly userId: string; readonly at: Instant; readonly reason: string },
  ): Promise<{ readonly e164: string } | null>;
  /** Of these numbers those that stand on the list, and how many open cases have any that does not yet. */
  standing(e164s: readonly string[], at: Instant): Promise<ReadonlySet<string>>;
  casesWith(e164s: readonly string[]): Promise<number>;
  /** What is queued, rings or talks on any of these numbers. */
  liveCalls(e164s: readonly string[]): Promise<readonly string[]>;
  /** Cases with these numbers are decided about again. */
  lookAgain(e164s: readonly string[], at: Instant): Promise<void>;
  keepImport(
    kept: KeptImport,
    by: { readonly userId: string; readonly at: Instant; readonly sha256: string },
  ): Promise<void>;
  findImport(id: string): Promise<KeptImport | null>;
  /** False: somebody else was faster. */
  takeImport(id: string, at: Instant): Promise<boolean>;
  closeImport(id: string, result: SuppressionImport): Promise<void>;
  /** Looks at a list that nobody confirmed for so long that nobody will. */
  forgetImports(before: Instant): Promise<readonly string[]>;
}
