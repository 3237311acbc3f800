import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { z } from 'zod';
import {
  deliveryList,
  webhookList,
  webhookSecret,
  type DeliveryList,
  type NewWebhook,
  type WebhookView,
} from '../../../src/contract/webhook.ts';
import { command, request } from '../../shared/api/request.ts';

const hooksKey = ['webhooks'] as const;
const refreshMs = 5_000;

export function useWebhooks(): UseQueryResult<readonly WebhookView[]> {
  return useQuery({
    queryKey: hooksKey,
    queryFn: async ({ signal }) => (await request(webhookList, '/api/webhooks', { signal })).webhooks,
    refetchInterval: refreshMs,
  });
}

export function useDeliveries(endpointId: string): UseInfiniteQueryResult<InfiniteData<DeliveryList>> {
  return useInfiniteQuery({
    queryKey: [...hooksKey, endpointId],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `?cursor=${pageParam}`;
      return request(deliveryList, `/api/webhooks/${endpointId}/deliveries${cursor}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
}

function useOrder<T, I>(send: (input: I) => Promise<T>): UseMutationResult<T, Error, I> {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSettled: () => client.invalidateQueries({ queryKey: hooksKey }) });
}

type Secret = z.output<typeof webhookSecret>;

export const useAddWebhook = (): UseMutationResult<Secret, Error, NewWebhook> =>
  useOrder((body) => request(webhookSecret, '/api/webhooks', { method: 'POST', body }));

export const useRotateSecret = (): UseMutationResult<Secret, Error, string> =>
  useOrder((endpointId) => request(webhookSecret, `/api/webhooks/${endpointId}/rotate`, { method: 'POST' }));

export interface Order {
  readonly path: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}
export const useWebhookOrder = (): UseMutationResult<void, Error, Order> =>
  useOrder(({ path, method, body }) => command(path, body, method));
