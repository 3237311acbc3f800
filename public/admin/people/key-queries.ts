import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  apiKeyList,
  apiKeyMade,
  type ApiKeyFilters,
  type ApiKeyList,
  type ApiKeyView,
  type NewApiKey,
} from '../../../src/contract/api-key.ts';
import { queryOf } from '../../shared/api/query-of.ts';
import { command, request } from '../../shared/api/request.ts';
import { usePages, type Pages } from '../../shared/table/use-pages.ts';

const keysKey = ['api-keys'] as const;

export type KeyPage = ApiKeyList & { readonly rows: readonly ApiKeyView[] };

/** A page of those that fit the filters. */
export function useApiKeys(filters: ApiKeyFilters): Pages<ApiKeyView, KeyPage> {
  return usePages<ApiKeyView, KeyPage>({
    key: keysKey,
    filters,
    sort: { by: 'created', down: true },
    fetch: async (ask, signal) => {
      const list = await request(apiKeyList, `/api/api-keys?${queryOf({ ...filters, ...ask })}`, { signal });
      return { ...list, rows: list.keys };
    },
  });
}

export function useMakeKey(): UseMutationResult<z.output<typeof apiKeyMade>, Error, NewApiKey> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => request(apiKeyMade, '/api/api-keys', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keysKey }),
  });
}

export function useRevokeKey(): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keyId) => command(`/api/api-keys/${keyId}`, undefined, 'DELETE'),
    onSettled: () => client.invalidateQueries({ queryKey: keysKey }),
  });
}
