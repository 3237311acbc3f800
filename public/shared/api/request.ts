import type { z } from 'zod';
import { problem } from '../../../src/contract/problem.ts';
import { ApiFailure } from './api-failure.ts';

/** The console's only way to the REST API: what comes back is checked against the contract. */

interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

const unauthorisedListeners = new Set<() => void>();

export function onUnauthorised(listener: () => void): () => void {
  unauthorisedListeners.add(listener);
  return () => unauthorisedListeners.delete(listener);
}

async function send(path: string, ask: Ask): Promise<Response> {
  const isForm = ask.body instanceof FormData;
  const init: RequestInit = {
    method: ask.method ?? 'GET',
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  };
  if (ask.body !== undefined) init.body = isForm ? ask.body : JSON.stringify(ask.body);
  if (ask.body !== undefined && !isForm) init.headers = { ...init.headers, 'content-type': 'application/json' };
  if (ask.signal !== undefined) init.signal = ask.signal;
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (ask.signal?.aborted === true) throw cause;
    throw new ApiFailure({ kind: 'offline' }, { cause });
  }
  if (!response.ok) throw await failureOf(response, path);
  return response;
}

async function failureOf(response: Response, path: string): Promise<ApiFailure> {
  if (response.status === 401 && !path.startsWith('/api/session')) unauthorisedListeners.forEach((tell) => tell());
  // A proxy in front of a server that is just restarting.
  if (response.status === 502 || response.status === 503 || response.status === 504)
    return new ApiFailure({ kind: 'offline' });
  const parsed = problem.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return new ApiFailure({ kind: 'unreadable', status: response.status });
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiFailure({
    kind: 'problem',
    problem: parsed.data,
    retryAfterSeconds: Number.isFinite(after) ? after : null,
  });
}

export async function request<S extends z.ZodType>(schema: S, path: string, ask: Ask = {}): Promise<z.output<S>> {
  const response = await send(path, ask);
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new ApiFailure({ kind: 'unreadable', status: response.status }, { cause: parsed.error });
  return parsed.data;
}

/** For commands whose answer carries nothing the console needs. */
export async function command(path: string, body?: unknown, method: 'POST' | 'PUT' | 'DELETE' = 'POST'): Promise<void> {
  await send(path, body === undefined ? { method } : { method, body });
}
