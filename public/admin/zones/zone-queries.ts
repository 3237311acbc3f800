import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  isPrefix,
  zoneEffect,
  zoneOverrideList,
  type ZoneEffect,
  type ZoneOverrideRequest,
} from '../../../src/contract/zone.ts';
import { request } from '../../shared/api/request.ts';

type ZoneList = z.output<typeof zoneOverrideList>;
const zonesKey = ['zones'] as const;

export function useZones(): UseQueryResult<ZoneList> {
  return useQuery({
    queryKey: zonesKey,
    queryFn: ({ signal }) => request(zoneOverrideList, '/api/zone-overrides', { signal }),
  });
}

/** How many numbers a prefix would decide about; not asked before it is one. */
export function useZoneEffect(prefix: string): UseQueryResult<ZoneEffect> {
  return useQuery({
    queryKey: [...zonesKey, 'effect', prefix],
    queryFn: ({ signal }) =>
      request(zoneEffect, '/api/zone-overrides/effect', { method: 'POST', body: { prefix }, signal }),
    enabled: isPrefix(prefix),
    placeholderData: keepPreviousData,
  });
}

/** Sets a zone or takes it back; cases show other local times afterwards. */
export function useSetZone(onDone: () => void): UseMutationResult<ZoneList, Error, ZoneOverrideRequest> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => request(zoneOverrideList, '/api/zone-overrides', { method: 'POST', body }),
    onSuccess: (list) => {
      client.setQueryData(zonesKey, list);
      void client.invalidateQueries({ queryKey: ['case'] });
      onDone();
    },
  });
}
