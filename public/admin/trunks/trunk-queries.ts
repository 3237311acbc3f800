import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  trunkHealthList,
  trunkList,
  type TrunkFilters,
  type TrunkHealthList,
  type TrunkList,
  type TrunkView,
} from '../../../src/contract/trunk.ts';
import { queryOf } from '../../shared/api/query-of.ts';
import { command, request } from '../../shared/api/request.ts';
import { usePages, type Pages } from '../../shared/table/use-pages.ts';

export const trunksKey = ['trunks'] as const;
const refreshMs = 5_000;

export type TrunkPage = TrunkList & { readonly rows: readonly TrunkView[] };

/** A page of those that fit the filters. */
export function useTrunks(filters: TrunkFilters): Pages<TrunkView, TrunkPage> {
  return usePages<TrunkView, TrunkPage>({
    key: [...trunksKey, 'list'],
    filters,
    sort: { by: 'name', down: false },
    refreshMs,
    fetch: async (ask, signal) => {
      const list = await request(trunkList, `/api/trunks?${queryOf({ ...filters, ...ask })}`, { signal });
      return { ...list, rows: list.trunks };
    },
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
