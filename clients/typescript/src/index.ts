import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type Casedial = Client<paths>;
export type Problem = components['schemas']['Problem'];

export interface CasedialOptions {
  readonly baseUrl: string;
  /** Of `/api/api-keys`. */
  readonly key?: string;
  /** Of `signIn`. */
  readonly cookie?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Whose calls carry the key, or the session of a person. */
export const casedial = ({ baseUrl, key, cookie, fetch }: CasedialOptions): Casedial =>
  createClient<paths>({
    baseUrl,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(cookie === undefined ? {} : { cookie }),
    },
    ...(fetch === undefined ? {} : { fetch }),
  });

/** Why somebody was not let in; `code` of the problem says it in a stable word. */
export class SignInRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'SignInRefused';
    this.problem = problem;
  }
}

/** Outside a browser nobody keeps cookies: what is returned is handed to `casedial`. */
export async function signIn(
  baseUrl: string,
  who: { readonly username: string; readonly password: string; readonly code?: string },
): Promise<string> {
  const { error, response } = await casedial({ baseUrl }).POST('/api/session', { body: who });
  if (error !== undefined) throw new SignInRefused(error);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return cookie.join('; ');
}
