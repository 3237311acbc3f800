import type { ConfigPlan } from '../contract/configuration.ts';
import { canonical, configDiff } from '../domain/config-diff.ts';
import type { ConfigAct, ConfigFault, ConfigKind } from '../platform/config-kind.ts';
import type { Db } from '../platform/prisma/client.ts';
import type { ConfigSections } from './config-document.ts';
import type { VersionBook } from './ports.ts';
import { writeDown, type ConfigOriginName } from './versions.ts';

export type ChangeReply =
  | { readonly kind: 'done'; readonly plan: ConfigPlan; readonly touched: readonly ConfigKind[] }
  | { readonly kind: 'refused'; readonly faults: readonly ConfigFault[] };

type Planned = ConfigPlan['objects'][number];

const at = (kind: ConfigKind, place: number, fault: ConfigFault): ConfigFault => ({
  ...fault,
  path: [kind.section, String(place), fault.path].filter((part) => part !== '').join('.'),
});

interface Step {
  readonly kind: ConfigKind;
  readonly documents: readonly object[];
  readonly before: ReadonlyMap<string, object>;
  /** Places in `documents` of what is new or not as it was. */
  readonly changed: readonly number[];
  readonly gone: readonly string[];
}

async function stepOf(db: Db, kind: ConfigKind, documents: readonly object[], whole: boolean): Promise<Step> {
  const before = new Map((await kind.read(db)).map((document) => [kind.keyOf(document), document]));
  const named = new Set(documents.map((document) => kind.keyOf(document)));
  return {
    ...{ kind, documents, before },
    changed: documents.flatMap((document, place) =>
      canonical(before.get(kind.keyOf(document)) ?? null) === canonical(document) ? [] : [place],
    ),
    gone: whole ? [...before.keys()].filter((key) => !named.has(key)) : [],
  };
}

function planOf({ kind, documents, before, changed, gone }: Step): readonly Planned[] {
  return [
    ...changed.map((place): Planned => {
      const document = documents[place] ?? {};
      const key = kind.keyOf(document);
      const was = before.get(key) ?? null;
      const changes = configDiff(was, document).map((each) => ({ ...each }));
      return { kind: kind.kind, key, what: was === null ? 'added' : 'changed', changes };
    }),
    ...gone.map((key): Planned => ({ kind: kind.kind, key, what: kind.absent, changes: [] })),
  ];
}

/**
 * CFG-4: brings the configuration to what the sections say, in one transaction: everything or, on the first thing that
 * cannot be and in a dry run, nothing. A dry run is the real run, undone.
 */
export async function changeConfiguration(
  deps: { readonly kinds: readonly ConfigKind[]; readonly book: VersionBook },
  given: {
    readonly sections: ConfigSections;
    /** What a section leaves out is meant to be gone. */
    readonly whole: boolean;
    readonly dryRun: boolean;
    readonly act: ConfigAct;
    readonly origin: ConfigOriginName;
    readonly restoredFrom?: number;
  },
): Promise<ChangeReply> {
  const { sections, whole, dryRun, act, origin } = given;
  const kinds = deps.kinds.filter(({ section }) => sections[section] !== undefined);
  return deps.book.inTurn<ChangeReply>(async (db) => {
    const faults: ConfigFault[] = [];
    const notes: ConfigPlan['notes'] = [];
    const steps: Step[] = [];
    // What others left unwritten is not laid at this door.
    for (const kind of kinds) {
      await writeDown(deps.book, db, kind, { act: { ...act, by: null, reason: '' }, origin: 'found', keys: null });
      steps.push(await stepOf(db, kind, sections[kind.section] ?? [], whole));
    }
    const changedOf = ({ documents, changed }: Step) => changed.flatMap((place) => documents[place] ?? []);
    for (const step of steps) await step.kind.prepare?.(db, changedOf(step));
    for (const { kind, documents, changed, gone } of steps) {
      for (const place of changed) {
        const written = await kind.write(db, documents[place] ?? {}, act);
        faults.push(...written.faults.map((fault) => at(kind, place, fault)));
        notes.push(...(written.notes ?? []).map((note) => ({ ...note, kind: kind.kind })));
      }
      if (kind.absent === 'removed') for (const key of gone) await kind.remove?.(db, key);
    }
    if (faults.length === 0) {
      for (const { kind, documents, changed } of steps) {
        for (const place of changed) {
          const found = (await kind.check?.(db, documents[place] ?? {})) ?? [];
          faults.push(...found.map((fault) => at(kind, place, fault)));
        }
      }
    }
    if (faults.length > 0) return { result: { kind: 'refused', faults }, keep: false };
    for (const { kind } of steps) {
      await writeDown(deps.book, db, kind, {
        ...{ act, origin, keys: null },
        ...(given.restoredFrom === undefined ? {} : { restoredFrom: given.restoredFrom }),
      });
    }
    const objects = steps.flatMap(planOf);
    const plan = {
      ...{ dryRun, objects: [...objects], notes },
      unchanged: steps.reduce((sum, { documents, changed }) => sum + documents.length - changed.length, 0),
    };
    const touched = steps.filter(({ changed, gone }) => changed.length + gone.length > 0).map(({ kind }) => kind);
    return { result: { kind: 'done', plan, touched }, keep: !dryRun };
  });
}
