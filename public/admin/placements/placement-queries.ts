import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { z } from 'zod';
import {
  placementPreviewRow,
  placementView,
  type PlacementPreviewRow,
  type PlacementReading,
  type PlacementView,
} from '../../../src/contract/placement.ts';
import { request } from '../../shared/api/request.ts';

const clientList = z.object({ clients: z.array(z.object({ id: z.string(), name: z.string() })) });
const preview = z.object({ preview: z.array(placementPreviewRow) });
export const placementsKey = ['placements'] as const;
const oneKey = (id: string) => ['placement', id] as const;

const pollMs = 1_000;
const underWay = (view: PlacementView | undefined): boolean => view?.status === 'queued' || view?.status === 'running';

export function useClients(): UseQueryResult<z.output<typeof clientList>> {
  return useQuery({
    queryKey: ['placement-clients'],
    queryFn: ({ signal }) => request(clientList, '/api/placements/clients', { signal }),
  });
}

export function usePlacement(id: string): UseQueryResult<PlacementView> {
  return useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => request(placementView, `/api/placements/${id}`, { signal }),
    refetchInterval: (query) => (underWay(query.state.data) ? pollMs : false),
  });
}

export function usePreview(
  id: string,
  reading: PlacementReading | null,
): UseQueryResult<readonly PlacementPreviewRow[]> {
  return useQuery({
    queryKey: ['placement-preview', id, reading],
    queryFn: async ({ signal }) =>
      (await request(preview, `/api/placements/${id}/preview`, { method: 'POST', body: reading, signal })).preview,
    enabled: reading !== null,
    placeholderData: (before) => before,
    staleTime: Infinity,
  });
}

type Order = { readonly do: 'start'; readonly reading: PlacementReading } | { readonly do: 'cancel' };

export function usePlacementOrder(id: string): UseMutationResult<PlacementView, Error, Order> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: Order) =>
      request(placementView, `/api/placements/${id}/${order.do}`, {
        method: 'POST',
        body: order.do === 'start' ? order.reading : {},
      }),
    onSuccess: (view) => {
      client.setQueryData(oneKey(id), view);
      void client.invalidateQueries({ queryKey: placementsKey });
    },
  });
}
