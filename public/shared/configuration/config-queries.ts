import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  configKinds,
  configLatest,
  configPlan,
  configVersions,
  type ConfigKinds,
  type ConfigPlan,
  type ConfigVersions,
  type ConfigVersionsRequest,
  type ConfigVersionView,
} from '../../../src/contract/configuration.ts';
import { request } from '../api/request.ts';

const key = ['configuration'] as const;

export function useConfigKinds(enabled = true): UseQueryResult<ConfigKinds> {
  return useQuery({
    queryKey: [...key, 'kinds'],
    queryFn: ({ signal }) => request(configKinds, '/api/configuration/kinds', { signal }),
    enabled,
  });
}

export type HistoryFilter = Omit<ConfigVersionsRequest, 'cursor' | 'limit'>;

/** Newest first, page by page. Names of objects travel in the body: some are numbers. */
export function useConfigVersions(filter: HistoryFilter): UseInfiniteQueryResult<InfiniteData<ConfigVersions>> {
  return useInfiniteQuery({
    queryKey: [...key, 'versions', filter],
    queryFn: ({ pageParam, signal }) =>
      request(configVersions, '/api/configuration/versions', {
        method: 'POST',
        body: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly kind?: string;
}

/** Who changed it last, when and how: asked when somebody else was faster. */
export function useLatestVersion(subject: Subject | undefined): UseQueryResult<ConfigVersionView | null> {
  return useQuery({
    queryKey: [...key, 'latest', subject],
    queryFn: async ({ signal }) =>
      (await request(configLatest, '/api/configuration/latest', { method: 'POST', body: subject, signal })).version,
    enabled: subject !== undefined,
    staleTime: 0,
  });
}

export interface ConfigOrder {
  readonly path: string;
  readonly body: object;
}

/** A restore or an import: what was shown of anything may be old afterwards. */
export function useConfigOrder(): UseMutationResult<ConfigPlan, Error, ConfigOrder> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: ConfigOrder) => request(configPlan, path, { method: 'POST', body }),
    onSuccess: (plan) => (plan.dryRun ? undefined : client.invalidateQueries()),
  });
}
