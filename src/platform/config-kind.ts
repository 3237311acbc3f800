import type { z } from 'zod';
import type { Db } from './prisma/client.ts';

/** What of an object cannot be, by the path within it. */
export interface ConfigFault {
  readonly path: string;
  readonly rule: string;
  readonly remedy: string;
}

export interface ConfigAct {
  readonly by: string | null;
  readonly reason: string;
  readonly at: number;
}

/** Told beside a change that was made: what a person still has to do. */
export interface ConfigNote {
  readonly key: string;
  readonly says: 'secret_missing' | 'not_verified';
}

/**
 * One kind of configuration. Whatever has an entry in the registry is versioned, shown with its history, rolled back,
 * exported and imported. Documents name things by what people call them: no ids, no secrets.
 */
export interface ConfigKind<D extends object = object> {
  readonly kind: string;
  /** Its place in a configuration document. */
  readonly section: string;
  /**
   * A permission without which it is neither exported nor changed by a document; a program has none of it, whatever its
   * scopes. Left out: whoever may change the configuration.
   */
  readonly needs?: string;
  /** Of one object; the document has a list of them. */
  readonly schema: z.ZodType<D>;
  /** The name of an object among those of its kind. */
  keyOf(document: D): string;
  /** What the audit trail calls such objects. */
  readonly subjects: readonly string[];
  /** The keys that an audited change may have touched; null: any of the kind. */
  keysOf(db: Db, subjectId: string | null): Promise<readonly string[] | null>;
  read(db: Db): Promise<readonly D[]>;
  /** What a document leaves out is taken away, or stays as it is. */
  readonly absent: 'removed' | 'kept';
  /** Makes the rows that others of the document may name, before any is written. */
  prepare?(db: Db, documents: readonly D[]): Promise<void>;
  /** Writes one; what it names and nobody knows comes back as a fault. */
  write(
    db: Db,
    document: D,
    act: ConfigAct,
  ): Promise<{ readonly faults: readonly ConfigFault[]; readonly notes?: readonly ConfigNote[] }>;
  remove?(db: Db, key: string): Promise<void>;
  /** What today's rules have against it, with everything written. */
  check?(db: Db, document: D): Promise<readonly ConfigFault[]>;
  /** After the change is committed. */
  settled?(at: number): Promise<void>;
  /** Words of its fields for a diff, by path: English and Chinese. */
  readonly words: Readonly<Record<string, readonly [string, string]>>;
}

/** Puts a kind among others: what the registry asks of it has passed its own schema. */
export const configKind = <D extends object>(kind: ConfigKind<D>): ConfigKind => kind;
