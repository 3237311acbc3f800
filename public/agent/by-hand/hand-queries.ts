import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  handDialed,
  previewCampaigns,
  previewOffer,
  type HandDialInput,
  type PreviewCampaigns,
  type PreviewOffer,
} from '../../../src/contract/by-hand.ts';
import { ApiFailure } from '../../shared/api/api-failure.ts';
import { command, request } from '../../shared/api/request.ts';
import { useTerm } from '../../shared/i18n/use-term.ts';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { floorKey } from '../floor/bootstrap.ts';
import { useSayFailure } from '../floor/commands.ts';

const campaignsEveryMs = 30_000;

/** Campaigns whose cases are looked at before they are dialed; changes with their mode. */
export function usePreviewCampaigns(): PreviewCampaigns['campaigns'] {
  const query = useQuery({
    queryKey: ['preview-campaigns'],
    queryFn: ({ signal }) => request(previewCampaigns, '/api/agent/preview', { signal }),
    refetchInterval: campaignsEveryMs,
  });
  return query.data?.campaigns ?? [];
}

/** The gate that was shut, or what else is in the way, in the reader's words. */
function useSayRefusal(): (error: Error) => void {
  const { t, i18n } = useTranslation();
  const term = useTerm();
  const sayFailure = useSayFailure();
  const { message } = App.useApp();
  return (error) => {
    const failure = error instanceof ApiFailure && error.failure.kind === 'problem' ? error.failure.problem : null;
    const rule = failure?.errors?.[0]?.rule ?? '';
    const code = codeOf(error).replaceAll('-', '_');
    if (i18n.exists(`terms.reason.${rule}`))
      void message.warning(t('floor.hand.notNow', { why: term('reason', rule) }), 6);
    else if (i18n.exists(`floor.hand.refused.${code}`))
      void message.warning(t(`floor.hand.refused.${code}` as never), 6);
    else sayFailure(error);
  };
}

export function useHandDialOrder(onDialed: () => void): UseMutationResult<unknown, Error, HandDialInput> {
  const client = useQueryClient();
  const sayRefusal = useSayRefusal();
  return useMutation({
    mutationFn: (input: HandDialInput) => request(handDialed, '/api/agent/dial', { method: 'POST', body: input }),
    onSuccess: async () => {
      onDialed();
      await client.invalidateQueries({ queryKey: floorKey });
    },
    onError: sayRefusal,
  });
}

export function useNextOffer(onOffer: (offer: PreviewOffer) => void): UseMutationResult<PreviewOffer, Error, void> {
  const sayRefusal = useSayRefusal();
  return useMutation({
    mutationFn: () => request(previewOffer, '/api/agent/preview/next', { method: 'POST' }),
    onSuccess: onOffer,
    onError: sayRefusal,
  });
}

export function useSkip(onSkipped: () => void): UseMutationResult<void, Error, { caseId: string; reason: string }> {
  const sayRefusal = useSayRefusal();
  return useMutation({
    mutationFn: (skip) => command('/api/agent/preview/skip', skip),
    onSuccess: onSkipped,
    onError: sayRefusal,
  });
}
