import type { Address, HttpMethod } from '../exchange/call.ts';
import { ApiError } from './api-error.ts';
import type { Form } from './form.ts';

const METHODS = ['GET', 'POST'] as const;

export const methodIn = (form: Form, name: string): HttpMethod => form.choice(name, METHODS, 21209) ?? 'POST';

/** An address parameter with its method; refused unless it is absolute http(s). Underscores in host names are not allowed. */
export function addressIn(form: Form, name: string, methodName: string, code = 21205): Address | null {
  const url = form.text(name);
  if (url === null) return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.hostname.includes('_')) {
    throw new ApiError(400, code, `${name} is not a valid URL`);
  }
  return { url, method: methodIn(form, methodName) };
}
