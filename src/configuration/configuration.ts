import type { ConfigKinds, ConfigPlan, ConfigVersions, ConfigVersionView } from '../contract/configuration.ts';
import type { Clock } from '../platform/clock.ts';
import type { ConfigAct, ConfigFault, ConfigKind } from '../platform/config-kind.ts';
import type { PageAsk } from '../platform/page-cursor.ts';
import type { Db } from '../platform/prisma/client.ts';
import { changeConfiguration, type ChangeReply } from './change-configuration.ts';
import { configDocument, configJsonSchema, readDocument, type ConfigSections } from './config-document.ts';
import type { AuditTrail, VersionBook } from './ports.ts';
import { versionView, writeDown } from './versions.ts';

export interface ConfigText {
  write(document: object): string;
  read(
    text: string,
  ):
    | { readonly kind: 'parsed'; readonly value: unknown }
    | { readonly kind: 'refused'; readonly faults: readonly ConfigFault[] };
}

export type ConfigReply =
  | { readonly kind: 'done'; readonly plan: ConfigPlan }
  | { readonly kind: 'refused'; readonly faults: readonly ConfigFault[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stale'; readonly by: ConfigVersionView | null };

/** Whether whoever asks has a permission. */
export type MayTouch = (permission: string) => boolean;
const touchedBy =
  (may: MayTouch) =>
  ({ needs }: ConfigKind): boolean =>
    needs === undefined || may(needs);
const notTouched = ({ section, needs }: ConfigKind): ConfigFault => ({
  path: section,
  rule: 'CFG-4:permission',
  remedy: `Leave this section out: it takes the permission ${needs ?? ''}, and a person who signed in.`,
});

export function makeConfigurationDesk(deps: {
  readonly kinds: readonly ConfigKind[];
  readonly book: VersionBook;
  readonly db: Db;
  readonly text: ConfigText;
  readonly clock: Clock;
}) {
  const { kinds, book, db, text, clock } = deps;
  const kindOf = (name: string): ConfigKind | undefined => kinds.find(({ kind }) => kind === name);

  async function sectionsNow(may: MayTouch): Promise<ConfigSections> {
    const sections: Record<string, readonly object[]> = {};
    for (const kind of kinds.filter(touchedBy(may))) sections[kind.section] = await kind.read(db);
    return sections;
  }

  async function settle(reply: ChangeReply, dryRun: boolean): Promise<ConfigReply> {
    if (reply.kind === 'refused') return reply;
    if (!dryRun) for (const kind of reply.touched) await kind.settled?.(clock());
    return { kind: 'done', plan: reply.plan };
  }

  async function viewOfNewest(kind: string, key: string): Promise<ConfigVersionView | null> {
    const { rows } = await book.list({ kind, key, by: null, from: null, to: null }, { after: null, limit: 1 });
    const [found] = rows;
    return found === undefined ? null : versionView(found.row, found.earlier, found.newest);
  }

  return {
    schema: () => configJsonSchema(kinds),
    async kinds(): Promise<Omit<ConfigKinds, 'mayChange'>> {
      const listed = await Promise.all(
        kinds.map(async (kind) => ({
          ...{ kind: kind.kind, section: kind.section, words: { ...kind.words } },
          keys: (await kind.read(db)).map((document) => kind.keyOf(document)).sort(),
        })),
      );
      return { kinds: listed, people: [...(await book.people())] };
    },
    async exported(as: 'yaml' | 'json', may: MayTouch): Promise<string> {
      const document = configDocument(await sectionsNow(may));
      return as === 'yaml' ? text.write(document) : `${JSON.stringify(document, null, 2)}\n`;
    },
    async imported(given: {
      readonly text: string;
      readonly dryRun: boolean;
      readonly act: ConfigAct;
      readonly may: MayTouch;
    }): Promise<ConfigReply> {
      const parsed = text.read(given.text);
      if (parsed.kind === 'refused') return parsed;
      const read = readDocument(kinds, parsed.value);
      if (read.kind === 'refused') return read;
      const { dryRun, act, may } = given;
      const closed = kinds.filter((kind) => read.sections[kind.section] !== undefined && !touchedBy(may)(kind));
      if (closed.length > 0) return { kind: 'refused', faults: closed.map(notTouched) };
      const reply = await changeConfiguration(
        { kinds, book },
        { sections: read.sections, whole: true, dryRun, act, origin: 'import' },
      );
      return settle(reply, dryRun);
    },
    async versions(asked: Parameters<VersionBook['list']>[0], page: PageAsk): Promise<ConfigVersions> {
      const { rows, nextCursor } = await book.list(asked, page);
      return { versions: rows.map(({ row, earlier, newest }) => versionView(row, earlier, newest)), nextCursor };
    },
    async latest(subjectType: string, subjectId: string, only: string | null): Promise<ConfigVersionView | null> {
      const told = kinds.filter(
        ({ subjects, kind }) => subjects.includes(subjectType) && (only === null || kind === only),
      );
      for (const kind of told) {
        const [key] = (await kind.keysOf(db, subjectId)) ?? [];
        const found = key === undefined ? null : await viewOfNewest(kind.kind, key);
        if (found !== null) return found;
      }
      return null;
    },
    /** CFG-3: a new version like the old one, held to today's rules. */
    async restored(
      versionId: string,
      given: { readonly newestSeen: number; readonly dryRun: boolean; readonly act: ConfigAct; readonly may: MayTouch },
    ): Promise<ConfigReply> {
      const row = await book.find(versionId);
      const kind = row === null ? undefined : kindOf(row.kind);
      if (row === null || kind === undefined) return { kind: 'unknown' };
      if (!touchedBy(given.may)(kind)) return { kind: 'refused', faults: [notTouched(kind)] };
      const newest = await book.newest(row.kind, row.key);
      if (newest !== null && newest.number !== given.newestSeen) {
        return { kind: 'stale', by: await viewOfNewest(row.kind, row.key) };
      }
      const refuse = (path: string, remedy: string): ConfigReply => ({
        kind: 'refused',
        faults: [{ path, rule: 'CFG-3', remedy }],
      });
      if (row.document === null) return refuse('', 'This version says that it was removed: restore one before it.');
      const read = kind.schema.safeParse(row.document);
      if (!read.success) {
        const [issue] = read.error.issues;
        return refuse(issue?.path.map(String).join('.') ?? '', issue?.message ?? 'It does not hold any more.');
      }
      const { dryRun, act } = given;
      const reply = await changeConfiguration(
        { kinds, book },
        {
          ...{ dryRun, act, origin: 'rollback', whole: false, restoredFrom: row.number },
          sections: { [kind.section]: [read.data] },
        },
      );
      return settle(reply, dryRun);
    },
    /** CFG-1: an audited change of something configured becomes a version with who, when and why. */
    async audited(entry: Parameters<AuditTrail['record']>[0]): Promise<void> {
      const told = kinds.filter(({ subjects }) => subjects.includes(entry.subjectType));
      if (told.length === 0) return;
      const reason = entry.detail?.['reason'];
      const act = { by: entry.actorId, at: clock(), reason: typeof reason === 'string' ? reason : '' };
      await book.inTurn(async (tx) => {
        for (const kind of told) {
          const keys = await kind.keysOf(tx, entry.subjectId);
          await writeDown(book, tx, kind, { act, origin: 'change', keys });
        }
        return { result: undefined, keep: true };
      });
    },
    /** What was changed by no door, such as the first configuration of all, is found and written down. */
    async find(): Promise<void> {
      await book.inTurn(async (tx) => {
        for (const kind of kinds) {
          const act = { by: null, at: clock(), reason: '' };
          await writeDown(book, tx, kind, { act, origin: 'found', keys: null });
        }
        return { result: undefined, keep: true };
      });
    },
  };
}

export type ConfigurationDesk = ReturnType<typeof makeConfigurationDesk>;
