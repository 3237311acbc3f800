import type { Request } from 'express';
import { notFound } from './api-error.ts';
import { Form } from './form.ts';

export const bodyOf = (req: Request): Form => new Form(typeof req.body === 'string' ? req.body : '');

/** Read from the raw address: names like `StartTime>` must arrive as they were sent. */
export function queryOf(req: Request): Form {
  const start = req.originalUrl.indexOf('?');
  return new Form(start < 0 ? '' : req.originalUrl.slice(start + 1));
}

export function sidOf(req: Request, prefix: string, name = 'sid'): string {
  const sid = req.params[name];
  if (typeof sid !== 'string' || !new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(sid)) throw notFound(req.path);
  return sid;
}
