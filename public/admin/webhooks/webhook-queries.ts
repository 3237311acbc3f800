import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { z } from 'zod';
import {
  deliveryList,
  webhookList,
  webhookSecret,
  type DeliveryList,
  type DeliveryQuery,
  type NewWebhook,
  type webhookQuery,
  type WebhookView,
} from '../../../src/contract/webhook.ts';
import { queryOf } from '../../shared/api/query-of.ts';
import { command, request } from '../../shared/api/request.ts';
import { usePages, useWalk, type Pages, type Walk } from '../../shared/table/use-pages.ts';

const hooksKey = ['webhooks'] as const;
const refreshMs = 5_000;

type HookPage = z.output<typeof webhookList> & { readonly rows: readonly WebhookView[] };
export type WebhookFilters = Pick<z.output<typeof webhookQuery>, 'q' | 'enabled'>;

/** A page of those that fit the filters. */
export function useWebhooks(filters: WebhookFilters): Pages<WebhookView, HookPage> {
  return usePages<WebhookView, HookPage>({
    key: hooksKey,
    filters,
    sort: { by: 'created', down: true },
    refreshMs,
    fetch: async (ask, signal) => {
      const list = await request(webhookList, `/api/webhooks?${queryOf({ ...filters, ...ask })}`, { signal });
      return { ...list, rows: list.webhooks };
    },
  });
}

/** What one of them was told, the latest first; a state: only what stands so. */
export function useDeliveries(
  endpointId: string,
  state: DeliveryQuery['state'],
): { readonly list: UseQueryResult<DeliveryList>; readonly walk: Walk } {
  const { cursor, onward } = useWalk(`${endpointId} ${state ?? ''}`);
  const list = useQuery({
    queryKey: [...hooksKey, endpointId, state, cursor],
    queryFn: ({ signal }) =>
      request(deliveryList, `/api/webhooks/${endpointId}/deliveries?${queryOf({ state, cursor })}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
  return { list, walk: onward(list.isPlaceholderData ? null : (list.data?.nextCursor ?? null)) };
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
