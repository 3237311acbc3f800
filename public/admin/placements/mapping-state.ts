import { columnMapping } from '../../../src/contract/placement.ts';
import { mayRepeat } from './field-choices.ts';

type Mapping = readonly (string | null)[];

export interface MappingProblems {
  readonly missing: readonly string[];
  readonly repeated: readonly string[];
}

/** What keeps this mapping from being imported, by the server's own schema plus what would be ambiguous. */
export function mappingProblems(mapping: Mapping): MappingProblems {
  const parsed = columnMapping.safeParse(mapping);
  const missing = parsed.success
    ? []
    : parsed.error.issues.flatMap((issue) =>
        issue.code === 'custom' && typeof issue.params?.['field'] === 'string' ? [issue.params['field']] : [],
      );
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const field of mapping) {
    if (field === null || mayRepeat(field)) continue;
    if (seen.has(field)) repeated.add(field);
    seen.add(field);
  }
  return { missing, repeated: [...repeated] };
}
