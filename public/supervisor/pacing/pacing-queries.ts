import { queryOptions } from '@tanstack/react-query';
import {
  answersView,
  directedCampaigns,
  pacingAnswer,
  pacingDecisionPage,
  pacingHistory,
} from '../../../src/contract/pacing.ts';
import { request } from '../../shared/api/request.ts';

const historyEveryMs = 60_000;

export const campaignsQuery = queryOptions({
  queryKey: ['pacing-campaigns'],
  queryFn: ({ signal }) => request(directedCampaigns, '/api/pacing/campaigns', { signal }),
});

/** Whole minutes: there is nothing newer to be had sooner. */
export const historyQuery = (campaignId: string, hours: number) =>
  queryOptions({
    queryKey: ['pacing-history', campaignId, hours],
    queryFn: ({ signal }) =>
      request(pacingHistory, `/api/campaigns/${campaignId}/pacing/history?hours=${hours}`, { signal }),
    refetchInterval: historyEveryMs,
  });

export const decisionsPage = (campaignId: string, cursor: string | null, signal: AbortSignal) =>
  request(
    pacingDecisionPage,
    `/api/campaigns/${campaignId}/pacing/decisions?limit=30${cursor === null ? '' : `&cursor=${cursor}`}`,
    { signal },
  );

export const answerQuery = (campaignId: string, at: number | null) =>
  queryOptions({
    queryKey: ['pacing-answer', campaignId, at],
    queryFn: ({ signal }) => request(pacingAnswer, `/api/campaigns/${campaignId}/pacing/decision?at=${at}`, { signal }),
    enabled: at !== null,
  });

/** Stored every ten seconds; nobody looks at it as often. */
export const answersQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['pacing-answers', campaignId],
    queryFn: ({ signal }) => request(answersView, `/api/campaigns/${campaignId}/pacing/answers`, { signal }),
    refetchInterval: historyEveryMs,
  });
