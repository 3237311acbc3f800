import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { caseOwners, type CaseOwners } from '../../../src/contract/case-owner.ts';
import { handoverOffer, type HandoverOffer, type HandoverRequest } from '../../../src/contract/handover.ts';
import { request } from '../api/request.ts';

const lookEveryMs = 1_000;
const keyOf = (personId: string) => ['people', 'handover', personId] as const;
const pathOf = (personId: string): string => `/api/people/${personId}/handover`;

/** Looked at again every second while cases are being given. */
export function useHandover(personId: string): UseQueryResult<HandoverOffer> {
  return useQuery({
    queryKey: keyOf(personId),
    queryFn: ({ signal }) => request(handoverOffer, pathOf(personId), { signal }),
    refetchInterval: ({ state }) => (state.data?.latest?.finishedAt === null ? lookEveryMs : false),
  });
}

export function useHandOver(personId: string): UseMutationResult<HandoverOffer, Error, HandoverRequest> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => request(handoverOffer, pathOf(personId), { method: 'POST', body }),
    onSuccess: (offer) => client.setQueryData(keyOf(personId), offer),
    onError: () => client.invalidateQueries({ queryKey: keyOf(personId) }),
  });
}

/** What has been given stays given. */
export function useCancelHandover(personId: string): UseMutationResult<HandoverOffer, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (handoverId) =>
      request(handoverOffer, `${pathOf(personId)}/cancel`, { method: 'POST', body: { handoverId } }),
    onSuccess: (offer) => client.setQueryData(keyOf(personId), offer),
    onError: () => client.invalidateQueries({ queryKey: keyOf(personId) }),
  });
}

/** How many cases somebody has is not what it was. */
export function useRenewPeople(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['people'] });
}

/** Collectors who may sign in. */
export function useCollectors(): UseQueryResult<CaseOwners['owners']> {
  return useQuery({
    queryKey: ['case-owners', 'list'],
    queryFn: async ({ signal }) => (await request(caseOwners, '/api/case-owners', { signal })).owners,
  });
}
