import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import { calendarList } from '../../../src/contract/calendar.ts';
import { request } from '../../shared/api/request.ts';

export const calendarsKey = ['calendars'] as const;
const refreshMs = 10 * 60_000;

export function useCalendars(enabled = true): UseQueryResult<z.output<typeof calendarList>> {
  return useQuery({
    queryKey: calendarsKey,
    queryFn: ({ signal }) => request(calendarList, '/api/calendars', { signal }),
    refetchInterval: refreshMs,
    enabled,
  });
}
