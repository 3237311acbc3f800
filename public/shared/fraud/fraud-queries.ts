import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import {
  fraudBoard,
  fraudDetail,
  fraudsOfCase,
  type FraudBoard,
  type FraudDetail,
  type FraudMoveRequest,
} from '../../../src/contract/fraud.ts';
import { request } from '../api/request.ts';

const boardKey = ['fraud-board'] as const;
const detailKey = (applicationId: string) => ['fraud', applicationId] as const;
const caseFraudKey = (caseId: string) => ['case', caseId, 'fraud'] as const;

export function useFraudBoard(due: boolean, cursor: string | undefined): UseQueryResult<FraudBoard> {
  return useQuery({
    queryKey: [...boardKey, due, cursor],
    queryFn: ({ signal }) =>
      request(fraudBoard, `/api/fraud?due=${due}${cursor === undefined ? '' : `&cursor=${cursor}`}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useFraud(applicationId: string): UseQueryResult<FraudDetail> {
  return useQuery({
    queryKey: detailKey(applicationId),
    queryFn: ({ signal }) => request(fraudDetail, `/api/fraud/${applicationId}`, { signal }),
  });
}

export function useFraudsOfCase(caseId: string): UseQueryResult<FraudDetail[]> {
  return useQuery({
    queryKey: caseFraudKey(caseId),
    queryFn: async ({ signal }) => (await request(fraudsOfCase, `/api/cases/${caseId}/fraud`, { signal })).applications,
  });
}

/** Both answer with the application as it is now. */
function useFraudChange<V>(change: (value: V) => Promise<FraudDetail>): UseMutationResult<FraudDetail, Error, V> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (detail) => {
      client.setQueryData(detailKey(detail.applicationId), detail);
      void client.invalidateQueries({ queryKey: boardKey });
      void client.invalidateQueries({ queryKey: ['case', detail.caseId] });
    },
  });
}

export const useFraudMove = (applicationId: string): UseMutationResult<FraudDetail, Error, FraudMoveRequest> =>
  useFraudChange((move) => request(fraudDetail, `/api/fraud/${applicationId}/steps`, { method: 'POST', body: move }));

export const useFraudUpload = (applicationId: string): UseMutationResult<FraudDetail, Error, File> =>
  useFraudChange((file) => {
    const body = new FormData();
    body.set('file', file);
    return request(fraudDetail, `/api/fraud/${applicationId}/documents`, { method: 'POST', body });
  });
