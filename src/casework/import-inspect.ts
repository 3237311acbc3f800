import { createHash } from 'node:crypto';
import { mapHeaders, type Mapping } from '../domain/placement/find-header.ts';
import { suggestProfile } from '../domain/placement/profile.ts';
import type { FileProblem, FileTable, InspectedFile, PlacementFiles } from './import-file.ts';
import type { ClientBook, NamedClient, PlacementBook, PlacementStore, Reading } from './import-ports.ts';

export interface InspectDeps {
  readonly files: PlacementFiles;
  readonly store: PlacementStore;
  readonly book: PlacementBook;
  readonly clients: ClientBook;
  readonly newId: () => string;
  readonly mostBytes: number;
}
export interface Upload {
  readonly client: NamedClient;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  readonly reading: Partial<Reading>;
  readonly userId: string | null;
}
export type InspectReply =
  | { readonly kind: 'inspected'; readonly id: string; readonly remembered: boolean; readonly sameAs: string | null }
  | { readonly kind: 'refused'; readonly problem: FileProblem }
  | { readonly kind: 'mapping-misfit'; readonly tables: number };

/** Files of one layout share it, whoever made them and whatever they are called. */
export const fingerprintOf = (table: FileTable): string =>
  createHash('sha256')
    .update(table.headers.map((header) => header.replace(/\s+/g, '').toLowerCase()).join('\n'))
    .digest('hex');

/** Whether mappings fit the file: one for each table, none wider than its table. */
export const mappingsFit = (file: InspectedFile, mappings: readonly Mapping[]): boolean =>
  mappings.length === file.tables.length &&
  file.tables.every((table, at) => (mappings[at]?.length ?? 0) <= table.headers.length);

async function readingFor(
  { clients }: InspectDeps,
  { client, reading }: Upload,
  file: InspectedFile,
): Promise<Reading & { remembered: boolean }> {
  const clientId = 'id' in client ? client.id : await clients.idOf(client.name);
  const known = await Promise.all(
    file.tables.map(async (table) => (clientId === null ? null : clients.remembered(clientId, fingerprintOf(table)))),
  );
  const suggested = suggestProfile(file.tables.flatMap(({ headers }) => headers));
  const mappings = reading.mappings ?? file.tables.map((table, at) => known[at]?.mapping ?? mapHeaders(table.headers));

  return {
    mappings,
    profile: reading.profile ?? known.find((one) => one !== null)?.profile ?? suggested,
    remembered: reading.mappings === undefined && known.every((one) => one !== null),
  };
}

/** Takes a file in, finds out what it is and how it would be read. Nothing is imported. */
export function makeInspect(deps: InspectDeps): (upload: Upload) => Promise<InspectReply> {
  const { files, store, book } = deps;

  return async (upload) => {
    const id = deps.newId();
    const kept = await store.keep(id, upload.bytes, deps.mostBytes);
    if (kept === 'too-large') return { kind: 'refused', problem: { code: 'file_too_large', detail: 'none' } };
    let stays = false;
    try {
      const inspection = await files.inspect(kept.path);
      if (inspection.kind === 'refused') return inspection;
      const { file } = inspection;
      const { mappings, profile, remembered } = await readingFor(deps, upload, file);
      if (!mappingsFit(file, mappings)) return { kind: 'mapping-misfit', tables: file.tables.length };
      const { client, fileName, userId } = upload;
      const placement = { id, client, fileName, storedPath: kept.path, file, mappings, profile, createdById: userId };
      const clientId = await book.add(placement);
      stays = true;

      return { kind: 'inspected', id, remembered, sameAs: await book.sameFile(clientId, file.sha256, id) };
    } finally {
      if (!stays) await store.drop(kept.path);
    }
  };
}
