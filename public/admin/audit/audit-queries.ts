import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import {
  auditList,
  auditVerdict,
  auditWords,
  type AuditEntryView,
  type AuditFilters,
  type AuditVerdict,
  type AuditWords,
} from '../../../src/contract/audit.ts';
import { queryOf } from '../../shared/api/query-of.ts';
import { request } from '../../shared/api/request.ts';
import { usePages, type Pages } from '../../shared/table/use-pages.ts';

export interface AuditPage {
  readonly rows: readonly AuditEntryView[];
  readonly nextCursor: string | null;
}

/** A page of the entries that fit, the latest first: the chain has no other order. */
export function useAudit(filters: AuditFilters): Pages<AuditEntryView, AuditPage> {
  return usePages<AuditEntryView, AuditPage>({
    key: ['audit'],
    filters,
    sort: { by: 'seq', down: true },
    fetch: async ({ cursor, limit }, signal) => {
      const query = queryOf({ ...filters, cursor, limit });
      const { entries, nextCursor } = await request(auditList, `/api/audit?${query}`, { signal });
      return { rows: entries, nextCursor: nextCursor === null ? null : String(nextCursor) };
    },
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
