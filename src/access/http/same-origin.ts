import type { RequestHandler } from 'express';
import { sendProblem } from '../../platform/http-problem.ts';

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface OriginFacts {
  readonly method: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly host: string | undefined;
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null);

/**
 * Browsers say where a request comes from; a foreign page may read nothing here, and it may not write either.
 * A request that says nothing comes from a program, which has no cookie that it was not given.
 */
export function isSameOrigin(facts: OriginFacts, publicUrl: string): boolean {
  if (harmless.has(facts.method)) return true;
  if (facts.fetchSite !== undefined) return facts.fetchSite === 'same-origin' || facts.fetchSite === 'none';
  if (facts.origin === undefined) return true;
  const from = hostOf(facts.origin);
  return from !== null && (from === facts.host || from === hostOf(publicUrl));
}

export const refuseCrossSite =
  (publicUrl: string): RequestHandler =>
  (req, res, next) => {
    const facts: OriginFacts = {
      method: req.method,
      origin: req.headers.origin,
      fetchSite: req.get('sec-fetch-site'),
      host: req.headers.host,
    };
    if (isSameOrigin(facts, publicUrl)) {
      next();
      return;
    }
    sendProblem(res, { status: 403, code: 'cross-site', title: 'This may only be asked from the console itself.' });
  };
