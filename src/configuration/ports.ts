import type { ConfigOriginName, ConfigVersionRow } from './versions.ts';
import type { ConfigAct } from '../platform/config-kind.ts';
import type { PageAsk } from '../platform/page-cursor.ts';
import type { Db } from '../platform/prisma/client.ts';
import type { ConfigVersionsRequest } from '../contract/configuration.ts';

export interface AuditTrail {
  record(entry: {
    readonly actorId: string | null;
    readonly action: string;
    readonly subjectType: string;
    readonly subjectId: string | null;
    readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  }): Promise<void>;
}

/** What is kept of the configuration, and the one transaction in which it is changed. */
export interface VersionBook {
  /** One after the other, all or nothing; `keep` decides what becomes of it. */
  inTurn<T>(work: (db: Db) => Promise<{ readonly result: T; readonly keep: boolean }>): Promise<T>;
  newestOf(db: Db, kind: string): Promise<ReadonlyMap<string, ConfigVersionRow>>;
  add(
    db: Db,
    version: {
      readonly kind: string;
      readonly key: string;
      readonly number: number;
      readonly origin: ConfigOriginName;
      readonly restoredFrom: number | null;
      readonly document: object | null;
      readonly act: ConfigAct;
    },
  ): Promise<void>;
  find(versionId: string): Promise<ConfigVersionRow | null>;
  newest(kind: string, key: string): Promise<ConfigVersionRow | null>;
  /** Newest first, each with the version before it. */
  list(
    asked: Omit<ConfigVersionsRequest, 'cursor' | 'limit'>,
    page: PageAsk,
  ): Promise<{
    readonly rows: readonly {
      readonly row: ConfigVersionRow;
      readonly earlier: object | null;
      readonly newest: boolean;
    }[];
    readonly nextCursor: string | null;
  }>;
  people(): Promise<readonly { readonly id: string; readonly name: string }[]>;
}
