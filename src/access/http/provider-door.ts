import { Router, type Request, type Response } from 'express';
import { parseCookie, stringifySetCookie } from 'cookie';
import { z } from 'zod';
import { parseQuery, route } from '../../platform/http-problem.ts';
import type { Challenge, IdentityProvider } from '../oidc/identity-provider.ts';
import type { ProviderReply } from '../oidc/sign-in-by-provider.ts';
import type { From } from '../sign-in.ts';
import { setSessionCookie } from './session-cookie.ts';

/** Back to a page of the consoles and to nowhere else. */
export const beginQuery = z.object({
  to: z
    .string()
    .regex(/^\/(agent|admin|supervisor)(\/[\w/-]*)?$/, 'A page of the consoles.')
    .default('/agent/'),
});
const kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });
const challengeSeconds = 600;

/** `/api/session/provider`: out to the identity provider and back. */
export function makeProviderDoor(deps: {
  readonly provider: IdentityProvider;
  readonly publicUrl: string;
  readonly secure: boolean;
  readonly signIn: (vouched: { subject: string; email: string | null }, from: From) => Promise<ProviderReply>;
}): Router {
  const { provider, secure } = deps;
  const router = Router();
  const cookieName = secure ? '__Host-casedial-provider' : 'casedial-provider';
  const cookie = (value: string, maxAge: number): string =>
    stringifySetCookie({ name: cookieName, value, httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge });

  function challengeOf(req: Request): (Challenge & { readonly to: string }) | null {
    try {
      const value = parseCookie(req.headers.cookie ?? '')[cookieName] ?? '';
      return kept.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
    } catch {
      return null;
    }
  }
  function refuse(res: Response, to: string, because: string): void {
    res.append('Set-Cookie', cookie('', 0)).redirect(303, `${to}?sign-in=${because}`);
  }

  router.get(
    '/api/session/provider',
    route(async (req, res) => {
      const { to } = parseQuery(beginQuery, req);
      const { url, challenge } = await provider.begin();
      const value = Buffer.from(JSON.stringify({ ...challenge, to })).toString('base64url');
      res.set('Cache-Control', 'no-store').append('Set-Cookie', cookie(value, challengeSeconds)).redirect(303, url);
    }),
  );
  router.get(
    '/api/session/provider/return',
    route(async (req, res) => {
      res.set('Cache-Control', 'no-store');
      const challenge = challengeOf(req);
      if (challenge === null) return refuse(res, '/agent/', 'no-challenge');
      const vouched = await provider.finish(new URL(req.originalUrl, deps.publicUrl), challenge);
      if (vouched === null) return refuse(res, challenge.to, 'not-vouched-for');
      const reply = await deps.signIn(vouched, { userAgent: req.get('user-agent') ?? null });
      if (reply.kind === 'refused') return refuse(res, challenge.to, reply.because);
      res
        .append('Set-Cookie', cookie('', 0))
        .append('Set-Cookie', setSessionCookie(reply.session.token, secure))
        .redirect(303, challenge.to);
    }),
  );
  return router;
}
