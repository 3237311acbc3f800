import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { io, type Socket } from 'socket.io-client';
import {
  supervisorNamespace,
  type SupervisorClientEvents,
  type SupervisorServerEvents,
} from '../../../src/contract/supervisor-socket.ts';

export type SupervisorSocket = Socket<SupervisorServerEvents, SupervisorClientEvents>;

/** `live`: a page that shows what happens this second; `news`: whatever only asks again when told. */
const patience = {
  live: { reconnectionDelay: 150, reconnectionDelayMax: 900, timeout: 2_500 },
  news: { reconnectionDelay: 500, reconnectionDelayMax: 5_000 },
} as const;

export const openSupervisorSocket = (kind: keyof typeof patience): SupervisorSocket =>
  io(supervisorNamespace, { transports: ['websocket'], ...patience[kind] });

/** Whatever hangs on the key is asked for again at that word, and when the connection is there again. */
export function useSupervisorNews(word: 'alerts:changed' | 'leaves:changed', queryKey: QueryKey): void {
  const client = useQueryClient();
  useEffect(() => {
    const socket = openSupervisorSocket('news');
    const refresh = (): void => void client.invalidateQueries({ queryKey });
    socket.on('connect', refresh);
    socket.on(word, refresh);
    return () => {
      socket.disconnect();
    };
  }, [client, word, queryKey]);
}
