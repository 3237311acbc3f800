import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { z } from 'zod';
import { apiKeyList, apiKeyMade, type ApiKeyList, type NewApiKey } from '../../../src/contract/api-key.ts';
import { command, request } from '../../shared/api/request.ts';

const keysKey = ['api-keys'] as const;

export function useApiKeys(): UseQueryResult<ApiKeyList> {
  return useQuery({
    queryKey: keysKey,
    queryFn: ({ signal }) => request(apiKeyList, '/api/api-keys', { signal }),
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
