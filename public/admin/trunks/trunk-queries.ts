import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { trunkHealthList, trunkList, type TrunkHealthList, type TrunkList } from '../../../src/contract/trunk.ts';
import { command, request } from '../../shared/api/request.ts';

export const trunksKey = ['trunks'] as const;
const refreshMs = 5_000;

export function useTrunks(): UseQueryResult<TrunkList> {
  return useQuery({
    queryKey: trunksKey,
    queryFn: ({ signal }) => request(trunkList, '/api/trunks', { signal }),
    refetchInterval: refreshMs,
  });
}

export function useTrunkHealth(): UseQueryResult<TrunkHealthList> {
  return useQuery({
    queryKey: [...trunksKey, 'health'],
    queryFn: ({ signal }) => request(trunkHealthList, '/api/trunks/health', { signal }),
    refetchInterval: refreshMs,
  });
}

export interface Order {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly body?: unknown;
}

/** Every change of a trunk or a caller id shows in the list. */
export function useTrunkOrder(): UseMutationResult<void, Error, Order> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method, body }: Order) => command(path, body, method),
    onSettled: () => client.invalidateQueries({ queryKey: trunksKey }),
  });
}
