import { parseCookie, stringifySetCookie } from 'cookie';

/** The `__Host-` prefix binds the cookie to this very host, but browsers take it over https alone. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-casedial' : 'casedial');

export function tokenIn(cookieHeader: string | undefined, secure: boolean): string | null {
  if (cookieHeader === undefined) return null;
  return parseCookie(cookieHeader)[cookieName(secure)] ?? null;
}

/** Longer than any session: when it ends is decided by the table alone. */
const cookieAgeSeconds = 30 * 86_400;

export const setSessionCookie = (token: string, secure: boolean): string =>
  stringifySetCookie({
    name: cookieName(secure),
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: cookieAgeSeconds,
  });

export const clearSessionCookie = (secure: boolean): string =>
  stringifySetCookie({
    name: cookieName(secure),
    value: '',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: 0,
  });
