import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  checkedRules,
  rulePreview,
  rulesOverview,
  ruleVersions,
  ruleVersionView,
  type RulesChoice,
  type SaveRulesRequest,
} from '../../../src/contract/rules.ts';
import { request } from '../../shared/api/request.ts';

const overviewKey = ['rules'] as const;
const versionsKey = (campaignId: string) => ['rules', campaignId, 'versions'] as const;
const pollMs = 500;

export const useRulesOverview = () =>
  useQuery({ queryKey: overviewKey, queryFn: ({ signal }) => request(rulesOverview, '/api/rules', { signal }) });

export const useRuleVersions = (campaignId: string) =>
  useQuery({
    queryKey: versionsKey(campaignId),
    queryFn: async ({ signal }) =>
      (await request(ruleVersions, `/api/rules/campaigns/${campaignId}/versions`, { signal })).versions,
  });

/** Asked at every change of the form: the server alone knows what the law refuses. */
export const useCheck = (campaignId: string, choice: RulesChoice) =>
  useQuery({
    queryKey: ['rules', campaignId, 'check', choice],
    queryFn: ({ signal }) =>
      request(checkedRules, `/api/rules/campaigns/${campaignId}/check`, { method: 'POST', body: choice, signal }),
    retry: false,
    staleTime: Infinity,
  });

export function useSaveRules(campaignId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SaveRulesRequest) =>
      request(ruleVersionView, `/api/rules/campaigns/${campaignId}/versions`, { method: 'POST', body }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: overviewKey });
    },
  });
}

export const useStartPreview = (campaignId: string) =>
  useMutation({
    mutationFn: (choice: RulesChoice) =>
      request(rulePreview, `/api/rules/campaigns/${campaignId}/previews`, { method: 'POST', body: choice }),
  });

export const useCancelPreview = () =>
  useMutation({
    mutationFn: (previewId: string) =>
      request(rulePreview, `/api/rules/previews/${previewId}/cancel`, { method: 'POST' }),
  });

export const usePreviewOf = (previewId: string | null) =>
  useQuery({
    queryKey: ['rule-preview', previewId],
    queryFn: ({ signal }) => request(rulePreview, `/api/rules/previews/${previewId ?? ''}`, { signal }),
    enabled: previewId !== null,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.status === 'queued' || state.data.status === 'running' ? pollMs : false,
  });
