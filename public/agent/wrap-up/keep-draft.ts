import { emptyDraft, type Draft } from '../../shared/wrap-up/draft.ts';

const keyOf = (attemptId: string): string => `casedial.wrap-up.${attemptId}`;

export function loadDraft(attemptId: string): Draft {
  const stored = sessionStorage.getItem(keyOf(attemptId));
  if (stored === null) return emptyDraft;
  try {
    return { ...emptyDraft, ...(JSON.parse(stored) as Partial<Draft>) };
  } catch {
    return emptyDraft;
  }
}

export const keepDraft = (attemptId: string, draft: Draft): void =>
  sessionStorage.setItem(keyOf(attemptId), JSON.stringify(draft));
export const dropDraft = (attemptId: string): void => sessionStorage.removeItem(keyOf(attemptId));
