import type { Response } from 'express';
import { sendProblem } from '../../platform/http-problem.ts';
import type { FieldRefusal } from '../casework.ts';

type Refused = { readonly kind: 'unknown' } | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

/** The refusals of tasks, visits and numbers in one voice: field, rule and what would pass. */
export function sendRefusal(res: Response, reply: Refused): void {
  if (reply.kind === 'unknown') {
    sendProblem(res, { status: 404, code: 'not-found', title: 'There is no such thing for you.' });
    return;
  }
  sendProblem(res, { status: 409, code: 'rule-refused', title: 'A rule stands against it.', errors: reply.problems });
}
