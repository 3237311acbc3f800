import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PacingView } from '../../../src/contract/pacing.ts';
import { openSupervisorSocket } from '../../shared/api/supervisor-socket.ts';
import { campaignsQuery } from './pacing-queries.ts';

export interface Watched {
  /** The last one that came; it stays while the network is away. */
  readonly view: PacingView | null;
  readonly link: 'connecting' | 'live' | 'offline' | 'refused';
}

/** What the server tells of one campaign, once a second. */
export function usePacing(campaignId: string | null): Watched {
  const client = useQueryClient();
  const [view, setView] = useState<PacingView | null>(null);
  const [link, setLink] = useState<Watched['link']>('connecting');
  useEffect(() => {
    if (campaignId === null) return undefined;
    const socket = openSupervisorSocket('live');
    socket.on('connect', () => {
      socket.emit('pacing:watch', campaignId, (reply) => setLink(reply === 'watching' ? 'live' : 'refused'));
    });
    socket.on('disconnect', () => setLink('offline'));
    socket.on('connect_error', ({ message }) => setLink(message.startsWith('not ') ? 'refused' : 'offline'));
    socket.on('pacing:view', setView);
    socket.on('campaign:changed', () => void client.invalidateQueries({ queryKey: campaignsQuery.queryKey }));
    return () => {
      socket.disconnect();
    };
  }, [campaignId, client]);
  return { view: view?.campaignId === campaignId ? view : null, link };
}
