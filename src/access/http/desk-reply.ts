import type { Response } from 'express';
import { BadInput, sendProblem } from '../../platform/http-problem.ts';
import type { DeskReply } from '../people/refusal.ts';

/** What a desk did, or why not; null: it was not done and that was said. */
export function sayUnlessDone<T>(
  res: Response,
  reply: DeskReply<T> | { readonly kind: 'locked'; readonly retryAfterMs: number },
  unknown: { readonly code: string; readonly title: string },
): { readonly value: T } | null {
  switch (reply.kind) {
    case 'done':
      return { value: reply.value };
    case 'unknown':
      sendProblem(res, { status: 404, ...unknown });
      return null;
    case 'stale':
      sendProblem(res, {
        status: 409,
        code: 'changed-meanwhile',
        title: 'Somebody else has changed this since you looked.',
        remedy: 'Look at it as it is now and change that.',
      });
      return null;
    case 'locked':
      res.set('Retry-After', String(Math.ceil(reply.retryAfterMs / 1_000)));
      sendProblem(res, {
        status: 429,
        code: 'account-locked',
        title: 'Too many wrong passwords for this account.',
        remedy: 'Wait until the lock ends.',
      });
      return null;
    case 'refused':
      throw new BadInput(reply.problems);
  }
}
