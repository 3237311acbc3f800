import type { QueryClient } from '@tanstack/react-query';
import { io, type Socket } from 'socket.io-client';
import { agentNamespace, type AgentClientEvents, type AgentServerEvents } from '../../../src/contract/agent-socket.ts';
import { callersKey, caseKey, floorKey, myCallsKey, patchFloor, wrapUpKey } from './bootstrap.ts';

const roundTripEveryMs = 5_000;

export interface SocketEars {
  up(isUp: boolean): void;
  roundTrip(ms: number): void;
  /** The server no longer knows this session. */
  refused(): void;
}

/** The server tells; what it tells goes straight into the query cache. Returns how to close it. */
export function openAgentSocket(client: QueryClient, ears: SocketEars): () => void {
  const socket: Socket<AgentServerEvents, AgentClientEvents> = io(agentNamespace, {
    transports: ['websocket'],
    reconnectionDelay: 150,
    reconnectionDelayMax: 900,
    timeout: 2_500,
  });
  let connectedBefore = false;

  socket.on('connect', () => {
    ears.up(true);
    // Whatever was said while the line was down has to be asked for.
    if (connectedBefore) void client.invalidateQueries({ queryKey: floorKey });
    connectedBefore = true;
  });
  socket.on('disconnect', (reason) => {
    ears.up(false);
    if (reason === 'io server disconnect') ears.refused();
  });
  socket.on('connect_error', () => ears.up(false));

  socket.on('agent:state', (state) => {
    patchFloor(client, (view) => ({
      state,
      call: state.attemptId === null && view.call?.endedAt !== null ? null : view.call,
    }));
  });
  socket.on('call:connected', (call) => {
    patchFloor(client, () => ({ call }));
    void client.invalidateQueries({ queryKey: caseKey(call.caseId) });
  });
  socket.on('call:held', ({ attemptId, onHold }) => {
    patchFloor(client, ({ call }) => (call?.attemptId === attemptId ? { call: { ...call, onHold } } : {}));
  });
  socket.on('call:ended', ({ attemptId, endedAt, endReason }) => {
    let wasCovered: string | null = null;
    patchFloor(client, ({ call }) => {
      if (call?.attemptId !== attemptId) return {};
      if (call.covered) wasCovered = call.caseId;
      return { call: { ...call, endedAt, endReason, onHold: false } };
    });
    void client.invalidateQueries({ queryKey: myCallsKey });
    // Nobody listens any more: what was withheld during the call is to be had now.
    if (wasCovered !== null) {
      void client.invalidateQueries({ queryKey: floorKey });
      void client.invalidateQueries({ queryKey: caseKey(wasCovered) });
      void client.invalidateQueries({ queryKey: wrapUpKey(attemptId) });
    }
  });
  socket.on('case:changed', ({ caseId }) => {
    void client.invalidateQueries({ queryKey: caseKey(caseId) });
  });
  socket.on('leave:decided', ({ attemptId }) => void client.invalidateQueries({ queryKey: wrapUpKey(attemptId) }));
  socket.on('callers:waiting', (callers) => client.setQueryData(callersKey, callers));
  socket.on('today:changed', (today) => patchFloor(client, () => ({ today })));
  socket.on('recording:ready', ({ caseId }) => {
    void client.invalidateQueries({ queryKey: caseKey(caseId) });
    void client.invalidateQueries({ queryKey: myCallsKey });
  });

  const pulse = setInterval(() => {
    if (!socket.connected) return;
    const sentAt = performance.now();
    socket.emit('ping', () => ears.roundTrip(Math.round(performance.now() - sentAt)));
  }, roundTripEveryMs);

  return () => {
    clearInterval(pulse);
    socket.close();
  };
}
