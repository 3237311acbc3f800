import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api-failure.ts';

/** Try again only when the network or the server was away; a refusal stays a refusal. */
const mayRetry = (count: number, error: unknown): boolean =>
  error instanceof ApiFailure && (error.failure.kind === 'offline' ? count < 5 : error.status >= 500 && count < 2);

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: mayRetry,
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 5_000),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
