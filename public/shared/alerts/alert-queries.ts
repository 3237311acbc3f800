import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { alertPage, type AlertPage } from '../../../src/contract/alert.ts';
import { command, request } from '../api/request.ts';
import { useSupervisorNews } from '../api/supervisor-socket.ts';

export const alertsKey = ['alerts'] as const;

/** Should a word of the socket get lost, nothing shown is older than this. */
export const refreshMs = 30_000;

export const useOpenAlerts = (): UseQueryResult<AlertPage> =>
  useQuery({
    queryKey: [...alertsKey, 'open'],
    queryFn: ({ signal }) => request(alertPage, '/api/alerts?limit=1', { signal }),
    refetchInterval: refreshMs,
  });

/** The server says that something was raised or settled: whatever shows alerts asks again. */
export const useAlertNews = (): void => useSupervisorNews('alerts:changed', alertsKey);

function useSettle<T>(act: (given: T) => Promise<void>, onDone: () => void): UseMutationResult<void, Error, T> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    // A refusal says that somebody else was faster: what is shown is old.
    onSettled: () => client.invalidateQueries({ queryKey: alertsKey }),
  });
}

export const useAcknowledge = (): UseMutationResult<void, Error, string> =>
  useSettle(
    (id: string) => command(`/api/alerts/${id}/acknowledge`),
    () => undefined,
  );

export const useResolve = (id: string, onDone: () => void): UseMutationResult<void, Error, string> =>
  useSettle((note: string) => command(`/api/alerts/${id}/resolve`, { note }), onDone);
