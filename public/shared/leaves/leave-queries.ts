import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { io, type Socket } from 'socket.io-client';
import { waitingLeaves, type WaitingLeaves } from '../../../src/contract/leave.ts';
import {
  supervisorNamespace,
  type SupervisorClientEvents,
  type SupervisorServerEvents,
} from '../../../src/contract/supervisor-socket.ts';
import { request } from '../api/request.ts';

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
export function useLeaveNews(): void {
  const client = useQueryClient();
  useEffect(() => {
    const socket: Socket<SupervisorServerEvents, SupervisorClientEvents> = io(supervisorNamespace, {
      transports: ['websocket'],
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    const refresh = (): void => void client.invalidateQueries({ queryKey: leavesKey });
    socket.on('connect', refresh);
    socket.on('leaves:changed', refresh);
    return () => {
      socket.disconnect();
    };
  }, [client]);
}
