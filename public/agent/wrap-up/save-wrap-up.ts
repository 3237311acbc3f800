import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  wrapUpForm,
  wrapUpSaved,
  type WrapUpForm,
  type WrapUpInput,
  type WrapUpSaved,
} from '../../../src/contract/wrap-up.ts';
import { request } from '../../shared/api/request.ts';
import { caseKey, floorKey, myCallsKey, wrapUpKey } from '../floor/bootstrap.ts';
import { dropDraft } from './keep-draft.ts';

export function useWrapUpForm(attemptId: string): UseQueryResult<WrapUpForm> {
  return useQuery({
    queryKey: wrapUpKey(attemptId),
    queryFn: ({ signal }) =>
      request(wrapUpForm, `/api/agent/wrap-up?attemptId=${encodeURIComponent(attemptId)}`, { signal }),
    staleTime: 60_000,
  });
}

export function useSaveWrapUp(caseId: string): UseMutationResult<WrapUpSaved, Error, WrapUpInput> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: WrapUpInput) => request(wrapUpSaved, '/api/agent/wrap-up', { method: 'POST', body: input }),
    onSuccess: async (_, { attemptId }) => {
      dropDraft(attemptId);
      void client.invalidateQueries({ queryKey: caseKey(caseId) });
      void client.invalidateQueries({ queryKey: myCallsKey });
      await client.invalidateQueries({ queryKey: floorKey });
    },
  });
}
