import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  auditList,
  auditVerdict,
  auditWords,
  type AuditFilters,
  type AuditList,
  type AuditVerdict,
  type AuditWords,
} from '../../../src/contract/audit.ts';
import { request } from '../../shared/api/request.ts';

export function queryOf(filters: AuditFilters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query;
}

export function useAudit(filters: AuditFilters): UseInfiniteQueryResult<InfiniteData<AuditList>> {
  return useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam, signal }) => {
      const query = queryOf(filters);
      if (pageParam !== null) query.set('cursor', String(pageParam));
      return request(auditList, `/api/audit?${query.toString()}`, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useAuditWords(): UseQueryResult<AuditWords> {
  return useQuery({
    queryKey: ['audit', 'words'],
    queryFn: ({ signal }) => request(auditWords, '/api/audit/words', { signal }),
  });
}

export function useVerifyAudit(): UseMutationResult<AuditVerdict, Error, void> {
  return useMutation({ mutationFn: () => request(auditVerdict, '/api/audit/verify') });
}
