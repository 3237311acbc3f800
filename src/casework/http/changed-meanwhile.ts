import type { Response } from 'express';
import { sendProblem } from '../../platform/http-problem.ts';

/** Optimistic locking, in words. */
export const changedMeanwhile = (res: Response): void =>
  sendProblem(res, {
    status: 409,
    code: 'changed-meanwhile',
    title: 'Somebody else has changed this since you looked.',
    remedy: 'Look at it as it is now and change that.',
  });
