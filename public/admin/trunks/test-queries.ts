import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import {
  checkReply,
  checkSteps,
  testCallEvent,
  testNumberList,
  type CheckReply,
  type CheckStep,
  type TestCallEvent,
  type TestNumberList,
} from '../../../src/contract/test-call.ts';
import { request } from '../../shared/api/request.ts';
import { trunksKey } from './trunk-queries.ts';

const numbersKey = [...trunksKey, 'test-numbers'] as const;

/** The administrator's own phones; nobody else has any. */
export function useTestNumbers(): UseQueryResult<TestNumberList> {
  return useQuery({
    queryKey: numbersKey,
    queryFn: ({ signal }) => request(testNumberList, '/api/test-numbers', { signal }),
  });
}

export function useAddNumber(): UseMutationResult<{ testNumberId: string }, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (e164: string) =>
      request(z.object({ testNumberId: z.string() }), '/api/test-numbers', {
        method: 'POST',
        body: { e164, label: '' },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: numbersKey }),
  });
}

export interface LiveTest {
  readonly events: readonly TestCallEvent[];
  readonly under: boolean;
  readonly error: Error | null;
  readonly start: (trunkId: string, testNumberId: string, language: 'zh-CN' | 'en') => void;
}

/** A test call and its events as they come. */
export function useTestCall(): LiveTest {
  const [events, setEvents] = useState<readonly TestCallEvent[]>([]);
  const [under, setUnder] = useState(false);
  const source = useRef<EventSource | null>(null);
  const stop = useCallback(() => {
    source.current?.close();
    source.current = null;
    setUnder(false);
  }, []);
  useEffect(() => stop, [stop]);
  const order = useMutation({
    mutationFn: ({ trunkId, ...body }: { trunkId: string; testNumberId: string; language: 'zh-CN' | 'en' }) =>
      request(z.object({ testCallId: z.string() }), `/api/trunks/${trunkId}/test-calls`, { method: 'POST', body }),
    onSuccess({ testCallId }) {
      const opened = new EventSource(`/api/test-calls/${testCallId}/events`);
      source.current = opened;
      opened.onmessage = ({ data }) => {
        const read = testCallEvent.safeParse(JSON.parse(String(data)));
        // After a break the stream begins anew: each event is shown once.
        if (read.success)
          setEvents((seen) => [...seen.filter(({ eventId }) => eventId !== read.data.eventId), read.data]);
      };
      opened.addEventListener('over', stop);
    },
    onError: stop,
  });
  return {
    events,
    under,
    error: order.error,
    start(trunkId, testNumberId, language) {
      stop();
      setEvents([]);
      setUnder(true);
      order.mutate({ trunkId, testNumberId, language });
    },
  };
}

export interface TrunkCheck {
  readonly replies: readonly CheckReply[];
  /** Asked at this moment; null: nothing is. */
  readonly asking: CheckStep | null;
  readonly error: Error | null;
  readonly run: (trunkId: string, testNumberId: string | null, language: 'zh-CN' | 'en') => void;
}

/** One step after the other; the list fills as they are answered. */
export function useTrunkCheck(): TrunkCheck {
  const [replies, setReplies] = useState<readonly CheckReply[]>([]);
  const [asking, setAsking] = useState<CheckStep | null>(null);
  const order = useMutation({
    async mutationFn(asked: { trunkId: string; testNumberId: string | null; language: 'zh-CN' | 'en' }) {
      const { trunkId, ...rest } = asked;
      let testCallId: string | null = null;
      for (const step of checkSteps) {
        setAsking(step);
        const path = `/api/trunks/${trunkId}/checks/${step}`;
        const reply: CheckReply = await request(checkReply, path, { method: 'POST', body: { ...rest, testCallId } });
        testCallId = reply.testCallId;
        setReplies((seen) => [...seen, reply]);
      }
    },
    onSettled: () => setAsking(null),
  });
  return {
    replies,
    asking,
    error: order.error,
    run(trunkId, testNumberId, language) {
      setReplies([]);
      order.mutate({ trunkId, testNumberId, language });
    },
  };
}
