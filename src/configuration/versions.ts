import type { configOrigins } from '../contract/configuration.ts';
import { type ConfigVersionView } from '../contract/configuration.ts';
import { canonical, configDiff } from '../domain/config-diff.ts';
import type { ConfigAct, ConfigKind } from '../platform/config-kind.ts';
import type { Db } from '../platform/prisma/client.ts';
import type { VersionBook } from './ports.ts';

export type ConfigOriginName = (typeof configOrigins)[number];

export interface ConfigVersionRow {
  readonly versionId: string;
  readonly seq: number;
  readonly kind: string;
  readonly key: string;
  readonly number: number;
  readonly at: number;
  readonly byName: string | null;
  readonly reason: string;
  readonly origin: ConfigOriginName;
  readonly restoredFrom: number | null;
  readonly document: object | null;
}

/** CFG-1: writes down what a kind looks like now, where that is not what was written down last. */
export async function writeDown(
  book: VersionBook,
  db: Db,
  kind: ConfigKind,
  given: {
    readonly act: ConfigAct;
    readonly origin: ConfigOriginName;
    /** Null: all of the kind. What is gone is written down in any case: it may have another name now. */
    readonly keys: readonly string[] | null;
    readonly restoredFrom?: number;
  },
): Promise<number> {
  const { act, origin, keys } = given;
  const [documents, newest] = await Promise.all([kind.read(db), book.newestOf(db, kind.kind)]);
  // What was written down by an earlier program in words of its time is no change.
  const asOfToday = (stored: object | null): object | null => kind.schema.safeParse(stored).data ?? stored;
  const present = new Map(documents.map((document) => [kind.keyOf(document), document]));
  const asked = (key: string): boolean => keys === null || keys.includes(key) || !present.has(key);
  let written = 0;
  for (const key of [...new Set([...present.keys(), ...newest.keys()])].filter(asked).sort()) {
    const document = present.get(key) ?? null;
    const last = newest.get(key);
    if (last === undefined ? document === null : canonical(asOfToday(last.document)) === canonical(document)) continue;
    await book.add(db, {
      ...{ kind: kind.kind, key, origin, document, act },
      number: (last?.number ?? 0) + 1,
      restoredFrom: given.restoredFrom ?? null,
    });
    written += 1;
  }
  return written;
}

export const versionView = (row: ConfigVersionRow, earlier: object | null, newest: boolean): ConfigVersionView => {
  const { document, ...said } = row;
  return {
    ...said,
    removed: document === null,
    newest,
    changes: configDiff(earlier, document).map((each) => ({ ...each })),
  };
};
