import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import {
  attemptDecision,
  caseDecision,
  casePage,
  type AttemptDecision,
  type CaseDecisionView,
  type CasePage,
} from '../../../src/contract/case.ts';
import { request } from '../api/request.ts';

export function useCasePage(caseId: string | undefined): UseQueryResult<CasePage> {
  return useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => request(casePage, `/api/cases/${caseId ?? ''}`, { signal }),
    enabled: caseId !== undefined,
  });
}

export function useCaseDecision(caseId: string, asked: boolean): UseQueryResult<CaseDecisionView> {
  return useQuery({
    queryKey: ['case-decision', caseId],
    queryFn: ({ signal }) => request(caseDecision, `/api/cases/${caseId}/decision`, { signal }),
    enabled: asked,
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
}

/** What was decided about one call when it was launched; supervisors only. */
export function useAttemptDecision(caseId: string, attemptId: string): UseQueryResult<AttemptDecision> {
  return useQuery({
    queryKey: ['attempt-decision', attemptId],
    queryFn: ({ signal }) =>
      request(attemptDecision, `/api/cases/${caseId}/attempts/${attemptId}/decision`, { signal }),
  });
}
