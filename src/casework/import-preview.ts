import type { JudgeNumber } from '../domain/placement/judge-number.ts';
import type { InspectedFile, PlacementFiles } from './import-file.ts';
import type { Reading, TenantRules } from './import-ports.ts';
import { makeRowSorter, type SortedRow } from './import-rows.ts';

export interface PreviewDeps {
  readonly files: PlacementFiles;
  readonly tenant: TenantRules;
  readonly makeJudge: (country: string, acceptsFiction: boolean) => JudgeNumber;
}

// The first rows as they come, then the first that will want a person's eye.
const firstShown = 15;
const strikingShown = 15;
const rowsSearched = 1000;

const isStriking = ({ outcome }: SortedRow): boolean =>
  outcome.kind === 'rejected' || (outcome.kind === 'accepted' && outcome.case.warnings.length > 0);

/** The beginning of the file as it would be imported. Throws UnreadableFile. */
export function makePreview(
  deps: PreviewDeps,
): (path: string, file: InspectedFile, reading: Reading) => Promise<SortedRow[]> {
  return async (path, file, { mappings, profile }) => {
    const judge = deps.makeJudge(profile.defaultCountry, await deps.tenant.acceptsFiction());
    const sort = makeRowSorter({ file, mappings, profile, judge });
    const shown: SortedRow[] = [];
    let searched = 0;
    for await (const batch of deps.files.rows(path, file)) {
      for (const row of sort({ table: batch.table, rows: batch.rows.slice(0, rowsSearched - searched) })) {
        if (shown.length < firstShown || (shown.length < firstShown + strikingShown && isStriking(row)))
          shown.push(row);
      }
      searched += batch.rows.length;
      if (searched >= rowsSearched) break;
    }

    return shown;
  };
}
