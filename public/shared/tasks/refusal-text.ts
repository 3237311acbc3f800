import { ApiFailure } from '../api/api-failure.ts';
import { codeOf } from '../ui/failure-view.tsx';

/** What the rules have against it, rule and remedy, as the server said it. */
export function refusalText(error: unknown): string {
  if (error instanceof ApiFailure && error.failure.kind === 'problem') {
    const errors = error.failure.problem.errors ?? [];
    if (errors.length > 0)
      return errors.map(({ rule, remedy }) => `${rule.split(':')[0] ?? rule}: ${remedy}`).join(' ');
  }
  return codeOf(error);
}
