import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AgentStateRequest } from '../../../src/contract/agent.ts';
import { ApiFailure } from '../../shared/api/api-failure.ts';
import { command } from '../../shared/api/request.ts';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { floorKey } from './bootstrap.ts';
import { proofOfLife } from './proof-of-life.ts';

const soundPatienceMs = 4_000;

/** A person's sentence for a failed command. */
export function useSayFailure(): (error: Error) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (error) => {
    const failure = error instanceof ApiFailure ? error.failure : null;
    // The sign-in page that comes up says it.
    if (error instanceof ApiFailure && error.status === 401) return;
    const why =
      failure?.kind === 'offline'
        ? t('common.failure.offline')
        : failure?.kind === 'problem'
          ? (failure.problem.errors?.[0]?.remedy ?? failure.problem.title)
          : codeOf(error);
    void message.error(t('floor.actionFailed', { why }), 5);
  };
}

export function useSetState(): UseMutationResult<void, Error, AgentStateRequest> {
  const client = useQueryClient();
  const sayFailure = useSayFailure();
  return useMutation({
    mutationFn: async (to: AgentStateRequest) => {
      if (to.to === 'ready') await proofOfLife(client, soundPatienceMs);
      await command('/api/agent/state', to);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: floorKey }),
    onError: sayFailure,
  });
}

export type CallOrder =
  { readonly do: 'hangup' | 'hold' | 'resume' } | { readonly do: 'dtmf'; readonly digits: string };

export function useCallOrder(attemptId: string): UseMutationResult<void, Error, CallOrder> {
  const sayFailure = useSayFailure();
  return useMutation({
    mutationFn: (order: CallOrder) =>
      command(`/api/calls/${attemptId}/${order.do}`, order.do === 'dtmf' ? { digits: order.digits } : undefined),
    onError: sayFailure,
  });
}
