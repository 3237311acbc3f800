import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  campaignChecklist,
  campaignChoices,
  campaignFit,
  campaignMade,
  campaignSetupView,
  type CampaignChecklist,
  type CampaignChoices,
  type CampaignFit,
  type CampaignSetup,
  type CampaignSetupView,
} from '../../../src/contract/campaign-setup.ts';
import { request } from '../../shared/api/request.ts';

export const campaignsKey = ['campaigns'] as const;

export function useChoices(): UseQueryResult<CampaignChoices> {
  return useQuery({
    queryKey: [...campaignsKey, 'choices'],
    queryFn: ({ signal }) => request(campaignChoices, '/api/campaigns/choices', { signal }),
  });
}

export function useSetup(campaignId: string | null): UseQueryResult<CampaignSetupView> {
  return useQuery({
    queryKey: [...campaignsKey, campaignId, 'setup'],
    queryFn: ({ signal }) => request(campaignSetupView, `/api/campaigns/${campaignId ?? ''}/setup`, { signal }),
    enabled: campaignId !== null,
    // What is being edited stays as it was read: the version tells when somebody else was faster.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}

export function useChecklist(campaignId: string): UseQueryResult<CampaignChecklist> {
  return useQuery({
    queryKey: [...campaignsKey, campaignId, 'checklist'],
    queryFn: ({ signal }) => request(campaignChecklist, `/api/campaigns/${campaignId}/checklist`, { signal }),
    refetchInterval: 5_000,
  });
}

export function useFit(filters: CampaignSetup['filters']): UseQueryResult<CampaignFit> {
  return useQuery({
    queryKey: [...campaignsKey, 'fit', JSON.stringify(filters)],
    queryFn: ({ signal }) => request(campaignFit, '/api/campaigns/fit', { method: 'POST', body: filters, signal }),
    placeholderData: (before) => before,
  });
}

export interface CampaignOrder {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly body: unknown;
}

export function useCampaignOrder(): UseMutationResult<{ campaignId: string }, Error, CampaignOrder> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method, body }: CampaignOrder) => request(campaignMade, path, { method, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsKey }),
  });
}
