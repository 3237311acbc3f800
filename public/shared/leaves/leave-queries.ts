import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { waitingLeaves, type WaitingLeaves } from '../../../src/contract/leave.ts';
import { request } from '../api/request.ts';
import { useSupervisorNews } from '../api/supervisor-socket.ts';

export const leavesKey = ['leaves'] as const;

/** Should a word of the socket get lost, the list is not older than this. */
const refreshMs = 30_000;

export const useWaitingLeaves = (): UseQueryResult<WaitingLeaves> =>
  useQuery({
    queryKey: leavesKey,
    queryFn: ({ signal }) => request(waitingLeaves, '/api/leaves', { signal }),
    refetchInterval: refreshMs,
  });

/** An agent waits in front of his form: the list follows at once. */
export const useLeaveNews = (): void => useSupervisorNews('leaves:changed', leavesKey);
