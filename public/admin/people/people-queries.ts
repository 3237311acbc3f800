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
import { auditList, type AuditList } from '../../../src/contract/audit.ts';
import {
  accessPolicy,
  peopleList,
  sessionList,
  temporaryPassword,
  type AccessPolicy,
  type NewPerson,
  type PeopleList,
  type PeopleQuery,
  type PersonView,
  type SessionSummary,
  type TemporaryPassword,
} from '../../../src/contract/people.ts';
import { queryOf } from '../../shared/api/query-of.ts';
import { command, request } from '../../shared/api/request.ts';
import { teamsKey } from '../../shared/api/use-teams.ts';
import { usePages, type Pages } from '../../shared/table/use-pages.ts';

const peopleKey = ['people'] as const;

export type PeopleFilters = Partial<Pick<PeopleQuery, 'q' | 'role' | 'teamId' | 'state'>>;
export type PeoplePage = PeopleList & { readonly rows: readonly PersonView[] };

/** A page of those who fit the filters. */
export function usePeople(filters: PeopleFilters): Pages<PersonView, PeoplePage> {
  return usePages<PersonView, PeoplePage>({
    key: peopleKey,
    filters,
    sort: { by: 'displayName', down: false },
    fetch: async ({ down, ...ask }, signal) => {
      const query = queryOf({ ...filters, ...ask, dir: down ? 'desc' : 'asc' });
      const list = await request(peopleList, `/api/people?${query}`, { signal });
      return { ...list, rows: list.people };
    },
  });
}

/** Every change of people and teams shows in both lists. */
function useOrder<T, I>(send: (input: I) => Promise<T>): UseMutationResult<T, Error, I> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: peopleKey });
      await client.invalidateQueries({ queryKey: teamsKey });
    },
  });
}

export const useAddPerson = (): UseMutationResult<TemporaryPassword, Error, NewPerson> =>
  useOrder((body) => request(temporaryPassword, '/api/people', { method: 'POST', body }));

export const useTemporaryPassword = (): UseMutationResult<TemporaryPassword, Error, string> =>
  useOrder((personId) => request(temporaryPassword, `/api/people/${personId}/temporary-password`, { method: 'POST' }));

export interface Order {
  readonly path: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}

export const usePeopleOrder = (): UseMutationResult<void, Error, Order> =>
  useOrder(({ path, method, body }) => command(path, body, method));

export function usePersonSessions(personId: string): UseQueryResult<readonly SessionSummary[]> {
  return useQuery({
    queryKey: [...peopleKey, 'sessions', personId],
    queryFn: async ({ signal }) =>
      (await request(sessionList, `/api/people/${personId}/sessions`, { signal })).sessions,
  });
}

/** The latest first. */
export function usePersonHistory(personId: string): UseInfiniteQueryResult<InfiniteData<AuditList>> {
  return useInfiniteQuery({
    queryKey: [...peopleKey, 'history', personId],
    queryFn: ({ pageParam, signal }) =>
      request(
        auditList,
        `/api/people/${personId}/history?limit=50${pageParam === null ? '' : `&cursor=${pageParam}`}`,
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

const policyKey = ['access-policy'] as const;

export function useAccessPolicy(): UseQueryResult<AccessPolicy> {
  return useQuery({
    queryKey: policyKey,
    queryFn: ({ signal }) => request(accessPolicy, '/api/access-policy', { signal }),
  });
}

export function useSavePolicy(): UseMutationResult<AccessPolicy, Error, AccessPolicy & { readonly reason: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => request(accessPolicy, '/api/access-policy', { method: 'PUT', body }),
    onSuccess: (policy) => client.setQueryData(policyKey, policy),
    onError: () => client.invalidateQueries({ queryKey: policyKey }),
  });
}
