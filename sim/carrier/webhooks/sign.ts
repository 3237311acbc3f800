import { createHmac } from 'node:crypto';

export type Params = readonly (readonly [string, string])[];

/** base64(HMAC-SHA1(token, url + each key and value, sorted by key)); unique values of a repeated key are sorted too. */
export function signatureOf(authToken: string, url: string, params: Params): string {
  const byKey = new Map<string, Set<string>>();
  for (const [key, value] of params) {
    const values = byKey.get(key) ?? new Set<string>();
    values.add(value);
    byKey.set(key, values);
  }
  const text = [...byKey.entries()]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, values]) =>
      [...values]
        .sort()
        .map((value) => key + value)
        .join(''),
    )
    .join('');
  return createHmac('sha1', authToken)
    .update(Buffer.from(url + text, 'utf8'))
    .digest('base64');
}

/** The address as configured, without what is never sent: fragment and user info; HTTPS also loses its port. */
export function signedUrl(configured: string, keepHttpsPort: boolean): string {
  const bare = withoutFragment(configured).replace(/^([a-z]+:\/\/)[^/?#@]*@/i, '$1');
  if (keepHttpsPort || !/^https:/i.test(bare)) return bare;
  return bare.replace(/^(https:\/\/[^/?#:]+):\d+/i, '$1');
}

export const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
