import type { Problem } from '../../../src/contract/problem.ts';

/** Why a request did not do what was asked. */
export type Failure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'unreadable'; readonly status: number };

export class ApiFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.kind, options);
    this.failure = failure;
  }

  get status(): number {
    if (this.failure.kind === 'problem') return this.failure.problem.status;
    return this.failure.kind === 'unreadable' ? this.failure.status : 0;
  }
}

export const statusOf = (error: unknown): number => (error instanceof ApiFailure ? error.status : -1);
