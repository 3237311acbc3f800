import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  probeAnswer,
  probeWeek,
  type ProbeAnswerView,
  type ProbeRequest,
  type ProbeWeekRequest,
  type ProbeWeekView,
} from '../../../src/contract/probe.ts';
import { windowRuleList, type WindowRuleList } from '../../../src/contract/window-rule.ts';
import { command, request } from '../../shared/api/request.ts';

const windowsKey = ['windows'] as const;
const probeKey = ['probe'] as const;

export function useWindows(): UseQueryResult<WindowRuleList> {
  return useQuery({
    queryKey: windowsKey,
    queryFn: ({ signal }) => request(windowRuleList, '/api/windows', { signal }),
  });
}

/** What would ring at one instant. The question travels in the body: it holds a number. */
export function useProbe(asked: ProbeRequest | null): UseQueryResult<ProbeAnswerView> {
  return useQuery({
    queryKey: [...probeKey, 'at', asked],
    queryFn: ({ signal }) => request(probeAnswer, '/api/probe', { method: 'POST', body: asked, signal }),
    enabled: asked !== null,
    retry: false,
  });
}

export function useProbeWeek(asked: ProbeWeekRequest | null): UseQueryResult<ProbeWeekView> {
  return useQuery({
    queryKey: [...probeKey, 'week', asked],
    queryFn: ({ signal }) => request(probeWeek, '/api/probe/week', { method: 'POST', body: asked, signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export interface WindowOrder {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly body: unknown;
}

/** Every change of a window shows in the list, and in what would ring. */
export function useWindowOrder(): UseMutationResult<void, Error, WindowOrder> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method, body }: WindowOrder) => command(path, body, method),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: windowsKey }),
        client.invalidateQueries({ queryKey: probeKey }),
      ]),
  });
}
