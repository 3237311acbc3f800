import { ApiFailure } from '../../shared/api/api-failure.ts';

export interface RuleRefusal {
  readonly rule: string;
  readonly remedy: string;
}

/** What the server refuses, by field. */
export function refusalsOf(error: unknown): ReadonlyMap<string, RuleRefusal> {
  if (!(error instanceof ApiFailure) || error.failure.kind !== 'problem') return new Map();
  const { errors } = error.failure.problem;
  return new Map(
    (errors ?? []).map(({ field, rule, remedy }) => [field.replace(/^tightening\./, ''), { rule, remedy }]),
  );
}
